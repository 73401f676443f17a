"""A password that its owner has chosen: may it be one, and was the old one known?"""

from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.people import models, passwords, queries
from landfast.people.actions.asking import ask
from landfast.people.breached import check_not_breached
from landfast.people.rules.passwords import check_not_our_words


@transaction.atomic
def change_password(*, person_id: PersonId, present: str, wanted: str) -> None:
    """Another password for my own login, by one who knows the present one; all sessions end."""
    account = models.Account.objects.filter(person_id=person_id).first()
    if account is None:
        raise NotFound
    told = queries.password_told(account.username)
    set_password(account, passwords.seal_like(present, told) if told else "", wanted)
    if present == wanted:  # only who knows the present one is told so
        raise Wrong("same_password", da("Vælg en anden end den, du har nu."), "password")


def renew_seal(*, person_id: UUID, sealed: str, password: str) -> None:
    """The same password sealed with the care that we take today; `sealed` is how it was."""
    _send(person_id, sealed, password)


def set_password(account: models.Account, sealed: str, wanted: str) -> None:
    """The wanted password, when it may be one and the database takes it."""
    check_wanted(account, wanted)
    if not _send(account.person_id, sealed, wanted):
        raise Wrong("wrong_password", da("Adgangskoden passer ikke."), "present")


def check_wanted_by(person_id: UUID, wanted: str) -> None:
    """As `check_wanted`, for the account of who acts."""
    account = models.Account.objects.filter(person_id=person_id).first()
    if account is None:
        raise NotFound
    check_wanted(account, wanted)


def check_wanted(account: models.Account, wanted: str) -> None:
    """A password that its owner may choose: long enough, nowhere known, not of this place."""
    try:
        validate_password(wanted, account)
    except ValidationError as error:
        raise Wrong("weak_password", " ".join(error.messages), "password") from error
    check_not_our_words(wanted, queries.names_near(account.person_id))
    check_not_breached(wanted)


def _send(person_id: UUID, sealed: str, wanted: str) -> bool:
    """Whether the database took it: who may set it, and when, is its to say."""
    values = [person_id, sealed, passwords.seal(wanted)]
    return ask("select people_set_password(%s, %s, %s)", values)
