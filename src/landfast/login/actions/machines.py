"""Keys of other systems: made, agreed by a second person, ended; and who an employee is there."""

import secrets
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission, Topic
from landfast.kernel.clock import now, today
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.login import models
from landfast.login.queries.machines import KeyRow
from landfast.login.rules import machines as rules

RUN = Permission.ORGANISATION_RUN
BEGINS = "lf_"
"""So that a key that was lost is known for what it is."""


def digest_of(secret: str) -> str:
    """A key as it is kept and looked up."""
    return sha256(secret.encode()).hexdigest()


@action
def make_key(
    *, actor: Actor, unit_id: UnitId, name: str, last_day: date, to: Iterable[PersonId]
) -> str:
    """A key for a system of the unit's; shown this once, and good after a second yes."""
    require_post(actor, RUN, unit=unit_id)
    rules.check_key(name, last_day, today())
    secret = BEGINS + secrets.token_urlsafe(32)
    row = models.MachineKey(
        unit_id=unit_id, name=name.strip(), digest=digest_of(secret), last_day=last_day,
        made_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "login.key_made", row, topic=Topic.FRAME, unit=unit_id, to=list(to))
    return secret


@action
def agree_key(*, actor: Actor, key: KeyRow, may: Permission) -> None:
    """The second yes: from now on the system may ask."""
    require_post(actor, may, unit=key.unit_id)
    rules.check_may_agree(actor.person_id, key.made_by)
    with connection.cursor() as cursor:
        cursor.execute("select login_agree_key(%s)", [key.id])
        if not cursor.fetchone()[0]:
            raise NotFound
    record(actor, "login.key_agreed", topic=Topic.FRAME, key=key.id, unit=key.unit_id)


@action
def end_key(*, actor: Actor, key: KeyRow, may: Permission) -> None:
    """The key opens nothing any more."""
    require_post(actor, may, unit=key.unit_id)
    if not models.MachineKey.objects.filter(id=key.id, ended_at=None).update(ended_at=now()):
        raise NotFound
    record(actor, "login.key_ended", topic=Topic.FRAME, key=key.id, unit=key.unit_id)


@action(asks=False)
def note_asked_with(*, actor: Actor, key_id: UUID) -> None:
    """Which system asked, in whose name; of whom, her log says. Asks nobody: its key was."""
    record(actor, "login.key_used", topic=Topic.FRAME, key=key_id, person=actor.person_id)


@action
def set_known_as(
    *, actor: Actor, employment_id: UUID, unit_id: UnitId, house: OrganisationId, known_as: str
) -> None:
    """What an employee is called in the organisation's own systems; empty takes it away."""
    require_post(actor, RUN, unit=unit_id)
    said = rules.as_known(known_as)
    try:
        with transaction.atomic():
            models.KnownAs.objects.filter(employment_id=employment_id).delete()
            if said:
                models.KnownAs(
                    employment_id=employment_id,
                    organisation_id=house,
                    known_as=said,
                    created_at=now(),
                ).save(force_insert=True)
    except IntegrityError as error:
        taken = da("Det id er en andens. Se efter, om det er skrevet rigtigt.")
        raise Wrong("known_as_taken", taken, "known_as") from error
    record(actor, "login.known_as_set", topic=Topic.FRAME, employment=employment_id)
