"""Sessions: begun at the door, seen on the way, ended by their owner, the provider or the clock."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection

from landfast.access.action import action
from landfast.access.actions import DraftFields, record, save_draft
from landfast.access.actor import Actor
from landfast.access.session import acting
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.login import models, rules
from landfast.people import actions as people_actions
from landfast.people import queries as people
from landfast.people.rules import start_is_over

SEEN_EVERY = timedelta(minutes=1)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def begin(
    actor: Actor,
    way: rules.Way,
    *,
    agent: str = "",
    identity_id: UUID | None = None,
    level: str = "",
    sid: str = "",
    proves: bool = True,
) -> UUID:
    """A session begins. Called at the door, where nobody acts yet.

    `proves`: coming in is good enough for what asks again who one is (step-up).
    """
    with acting(actor):
        row = models.Sitting.objects.create(
            person_id=actor.person_id, identity_id=identity_id, way=way, level=level[:120],
            sid=sid[:255], device=rules.device_of(agent), created_at=now(), seen_at=now(),
            proved_at=now() if proves else NEVER,
        )  # fmt: skip
        _end_oldest(actor)
        record(actor, "login.began", row, way=way.value)
    return row.id


def _end_oldest(actor: Actor) -> None:
    """So many sessions at once and no more (ASVS 7.1.2): the one that was used longest ago ends."""
    mine = models.Sitting.objects.filter(person_id=actor.person_id, ended_at=None)
    kept = mine.order_by("-seen_at", "-id").values("id")[: settings.LANDFAST_SESSIONS_AT_ONCE]
    mine.exclude(id__in=kept).update(ended_at=now())


def bring_drafts(actor: Actor, found: Mapping[str, DraftFields]) -> None:
    """What somebody sent when nobody was signed in is their draft now. Called at the door."""
    with acting(actor):
        for key, fields in found.items():
            save_draft(actor=actor, key=key, fields=fields)


def check_start_password(actor: Actor) -> None:
    """A start password that nobody has changed in time opens nothing. Called at the door."""
    with acting(actor):
        until = people.start_until(actor.person_id)
    if start_is_over(until, now()):
        raise NotNow(
            "start_is_over",
            da("Din startadgangskode er for gammel. Bed din administrator om en ny."),
            "password",
        )


@action(asks=False)
def choose_password(*, actor: Actor, present: str, password: str, here: UUID) -> str:
    """My own password from now on; the key of the session I sit in (`here`). Asks nobody: own row.

    What the old one has opened elsewhere ends, and all that hangs on it: a copy, a screen.
    """
    people_actions.change_password(person_id=actor.person_id, present=present, wanted=password)
    models.Sitting.objects.filter(
        person_id=actor.person_id, ended_at=None, identity=None
    ).exclude(id=here).update(ended_at=now())  # fmt: skip
    record(actor, "login.password_chosen")
    return people.session_key(actor.person_id) or ""


def seen(sitting_id: UUID, last: datetime) -> None:
    """Still in use; written once a minute at most, and by pages that only read too."""
    if now() - last >= SEEN_EVERY:
        models.Sitting.objects.filter(id=sitting_id, ended_at=None).update(seen_at=now())


def proved(actor: Actor, sitting_id: UUID, *, way: rules.Way | None = None) -> None:
    """Its owner has proved again who they are (step-up), or taken the second step."""
    changed = {"proved_at": now(), "seen_at": now()} | ({"way": way} if way else {})
    with acting(actor):
        models.Sitting.objects.filter(id=sitting_id, person_id=actor.person_id).update(**changed)
        record(actor, "login.proved")


@action(asks=False)
def end(*, actor: Actor, sitting_id: UUID) -> None:
    """End one of my sessions: whoever holds its cookie is a stranger from now on.

    Asks nobody: the row is the actor's own, and the database shows no others.
    """
    models.Sitting.objects.filter(
        id=sitting_id, person_id=actor.person_id, ended_at=None
    ).update(ended_at=now())  # fmt: skip
    record(actor, "login.ended")


@action(asks=False)
def end_others(*, actor: Actor, but: UUID) -> None:
    """End all my sessions but this one. Asks nobody: they are the actor's own."""
    models.Sitting.objects.filter(person_id=actor.person_id, ended_at=None).exclude(id=but).update(
        ended_at=now()
    )
    record(actor, "login.ended_others")


def end_all_of(person_id: PersonId | None) -> int:
    """All sessions of one whom the actor keeps; for Landfast itself anybody's, or everybody's.

    Like the verbs of `people` it is called by those who have asked access already; the database
    asks again.
    """
    with connection.cursor() as cursor:
        cursor.execute("select login_end_all(%s)", [person_id])
        return int(cursor.fetchone()[0])


def end_by_provider(issuer: str, token: str, *, until: int, sid: str, subject: str) -> bool:
    """The provider says that its session is over; False when it said so before (a replay)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select login_logged_out(%s, %s, to_timestamp(%s), %s, %s, %s)",
            [issuer, token, until, sid, subject, now()],
        )
        return bool(cursor.fetchone()[0])


def forget() -> int:
    """Forget ended sessions after thirty days, and messages heard and invitations past."""
    with connection.cursor() as cursor:
        cursor.execute("select login_forget()")
        return int(cursor.fetchone()[0])
