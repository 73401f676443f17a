"""Whose login at a provider is whose: by invitation, or by somebody who is signed in."""

import hashlib
import secrets
from uuid import UUID

from django.db import IntegrityError, transaction

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.kernel.text import da
from landfast.login import models, queries, rules
from landfast.login.provider import Answer
from landfast.people import queries as people

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def spoken(groups: int = 4) -> str:
    """A code that can be read aloud: groups of four without letters that look alike."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(groups))


def sealed(code: str) -> str:
    """A code as it is kept: only whoever has it can show it again."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(f"landfast {plain}".encode()).hexdigest()


def invite(*, by: Actor | None, person_id: PersonId) -> str:
    """A code that connects a provider's login with this person. For commands and administrators.

    Like the verbs of `people` it is called by those who have asked access already.
    """
    code = spoken()
    person = people.person(person_id)
    if person is None:
        raise NotFound
    actor = Actor(person.id, person.kind)
    with acting(actor):
        models.Invitation.objects.create(
            person_id=person_id, code=sealed(code), created_at=now(),
            expires_at=now() + rules.INVITED_FOR,
        )  # fmt: skip
    record(by, "login.invited", person=person_id)
    return code


def no_such_code() -> Wrong:
    """What a wrong or used invitation code is told."""
    sentence = da("Koden passer ikke, eller den er for gammel. Bed om en ny.")
    return Wrong("no_such_code", sentence, "code")


def accept_invitation(code: str, realm: rules.Realm, answer: Answer) -> bool:
    """The provider's login is this person's from now on; the code is used up. False: no such."""
    person_id = queries.invited(sealed(code))
    person = people.person(person_id) if person_id else None
    if person is None or person.kind is not realm.kind:
        return False
    actor = Actor(person.id, person.kind, person.name)
    with acting(actor):
        # two at once: the second one waits for the row and finds it used
        used = models.Invitation.objects.filter(code=sealed(code), used_at=None)
        if not used.update(used_at=now()):
            return False
        _connect(actor, realm, answer)
    return True


@action(asks=False)
def connect(*, actor: Actor, realm: rules.Realm, answer: Answer) -> None:
    """My own login at the provider is mine here too. Asks nobody: it is about the actor only."""
    if actor.kind is not realm.kind:
        raise NotNow("not_for_you", da("Det login er til andre end dig. Vælg et andet."))
    with acting(actor):  # the provider's answer comes as a page that is read
        _connect(actor, realm, answer)


def _connect(actor: Actor, realm: rules.Realm, answer: Answer) -> None:
    try:
        with transaction.atomic():
            row = models.Identity.objects.create(
                person_id=actor.person_id, realm=realm.name, issuer=answer.issuer,
                subject=answer.subject, created_at=now(),
            )  # fmt: skip
    except IntegrityError as error:
        raise NotNow(
            "already_connected", da("Det login er allerede forbundet. Log ind med det.")
        ) from error
    record(actor, "login.connected", row, realm=realm.name)


@action(asks=False)
def disconnect(*, actor: Actor, identity_id: UUID) -> None:
    """That login opens nothing any more, and its sessions end. Asks nobody: it is the actor's."""
    mine = models.Identity.objects.filter(person_id=actor.person_id, ended_at=None)
    open_now = list(mine.select_for_update().values_list("id", flat=True))
    if identity_id not in open_now:
        raise NotFound
    rules.check_another_way_in(
        logins=len(open_now), has_account=bool(people.username(actor.person_id))
    )
    mine.filter(id=identity_id).update(ended_at=now())
    models.Sitting.objects.filter(
        person_id=actor.person_id, identity_id=identity_id, ended_at=None
    ).update(ended_at=now())  # fmt: skip
    record(actor, "login.disconnected")


def identity_of(actor: Actor, answer: Answer) -> UUID:
    """The row of an identity that is this actor's."""
    with acting(actor):
        found = models.Identity.objects.get(
            issuer=answer.issuer, subject=answer.subject, ended_at=None
        )
    return found.id
