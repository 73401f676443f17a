"""The only writers of local accounts, passwords and ways back. What may be, the database says."""

from django.db import IntegrityError, transaction

from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.kernel.text import da
from landfast.people import models, passwords, rules
from landfast.people.actions.asking import ask
from landfast.people.actions.own_password import set_password


@transaction.atomic
def open_account(*, person_id: PersonId, username: str, password: str | None) -> None:
    """Give a person a local login. Without a password nobody can sign in with one.

    A password that somebody else chose is one to start with.
    """
    account = models.Account(person_id=person_id, username=username.strip().lower())
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError as error:
        taken = da("Det brugernavn er taget, eller personen har et i forvejen.")
        raise Wrong("username_taken", taken, "username") from error
    if password is not None:
        set_password(account, "", password)


@transaction.atomic
def give_account(*, person_id: PersonId, username: str, password: str) -> None:
    """Open a login with a start password, or give it a new one; the administrator acts.

    Who may is the database's to say, and was asked by the journey in words.
    """
    name = username.strip().lower()
    rules.check_username(name)
    told = [person_id, name, passwords.seal(password)]
    try:
        with transaction.atomic():
            done = ask("select people_give_account(%s, %s, %s)", told)
    except IntegrityError as error:
        raise Wrong(
            "username_taken", da("Det brugernavn er taget. Vælg et andet."), "username"
        ) from error
    if not done:
        raise NotFound


@transaction.atomic
def close_account(*, person_id: PersonId) -> None:
    """The login opens nothing any more, and what it has opened ends."""
    if not ask("select people_close_account(%s)", [person_id]):
        raise NotNow("closed_already", da("Der er ikke noget åbent login at lukke."))
