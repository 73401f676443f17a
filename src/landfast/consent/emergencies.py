"""Reads of emergency access: my own, those of a course, and those to review."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Count, F, Func, QuerySet

from landfast.access.actor import Actor
from landfast.access.queries import require_staff
from landfast.consent import models
from landfast.consent.rules import Basis, Decision
from landfast.consent.rules.emergency import SHOWN
from landfast.kernel.clock import now
from landfast.kernel.reading import ID, INSTANT, Once, Question, answered
from landfast.kernel.refusals import NotFound

REVIEWED_SHOWN = 30


@dataclass(frozen=True)
class EmergencyRow:
    """One emergency access: who from where, on which ground, why, how long, what was found."""

    id: UUID
    course_id: UUID
    person_id: UUID
    who: str
    unit: str
    course_unit: str
    basis: Basis
    reason: str
    opened_at: datetime
    ends_at: datetime
    told_at: datetime | None
    decision: Decision | None
    words: str
    decided_by: str

    @property
    def runs(self) -> bool:
        """Can it still be read?"""
        return self.ends_at > now()


@dataclass(frozen=True)
class Emergencies:
    """What I read now, what waits for me to review, what was reviewed, and who has guessed."""

    mine: list[EmergencyRow]
    waiting: list[EmergencyRow]
    reviewed: list[EmergencyRow]
    tries: list[tuple[str, str, int]]
    """Who has tried numbers that opened nothing: name, unit, how many."""


def _opened() -> "QuerySet[models.Emergency]":
    rows = models.Emergency.objects.filter(course__isnull=False)
    return rows.select_related("person", "unit", "course_unit", "decided_by").order_by(
        "-opened_at", "-id"
    )


def _row(row: models.Emergency) -> EmergencyRow:
    assert row.course_id  # noqa: S101 - a constraint; for the type checker
    assert row.course_unit  # noqa: S101 - the same
    return EmergencyRow(
        row.id, row.course_id, row.person_id, row.person.name, row.unit.name,
        row.course_unit.name, Basis(row.basis), row.reason, row.opened_at, row.ends_at,
        row.told_at, Decision(row.decision) if row.decision else None, row.words,
        row.decided_by.name if row.decided_by else "",
    )  # fmt: skip


_MINE = Once(
    lambda person, course, moment: models.Emergency.objects.filter(
        person_id=person, course_id=course, ends_at__gt=moment
    )
    .order_by("-ends_at").values_list("ends_at")[:1],
    UUID(int=1), ID, INSTANT,
)  # fmt: skip


def until(actor: Actor, course_id: UUID) -> datetime | None:
    """Until when the actor reads this course in an emergency, if they do. One small query."""
    return next((row.ends_at for row in _MINE(actor.person_id, course_id, now())), None)


def still_open(actor: Actor) -> tuple[UUID, datetime] | None:
    """The course that the actor can read longest in an emergency, and until when; none: none."""
    rows = _opened().filter(person_id=actor.person_id, ends_at__gt=now())
    return rows.order_by("-ends_at").values_list("course_id", "ends_at").first()


def of_course(course_id: UUID) -> list[EmergencyRow]:
    """What has been read of a course in an emergency lately, and its citizen has been told."""
    rows = _opened().filter(course_id=course_id, told_at__isnull=False, opened_at__gt=now() - SHOWN)
    return [_row(row) for row in rows]


def in_courses(actor: Actor, course_ids: Collection[UUID], since: datetime) -> list[EmergencyRow]:
    """What others have read of these courses in an emergency, for whoever holds them, newest first.

    Also what the citizen may not be told yet: her coordinator knows at once (F4).
    """
    if not course_ids:
        return []
    rows = _opened().filter(course_id__in=course_ids, opened_at__gt=since)
    return [_row(row) for row in rows.exclude(person_id=actor.person_id)]


def _theirs(person_id: UUID) -> "QuerySet[models.Emergency]":
    """Those that are this actor's to review. The database asks once more when they do."""
    mine = Func(
        F("unit_id"), F("course_unit_id"), function="consent_may_review_emergency",
        output_field=BooleanField(),
    )  # fmt: skip
    rows = models.Emergency.objects.exclude(person_id=person_id)
    return rows.annotate(is_theirs=mine).filter(is_theirs=True)


_WAIT = Once(
    lambda person: _theirs(person).filter(course__isnull=False, decision="").values_list("id"), ID
)


def emergencies(actor: Actor) -> Emergencies:
    """The actor's own that run, and those that are theirs to review (F4)."""
    require_staff(actor)
    mine = _opened().filter(person_id=actor.person_id, ends_at__gt=now())
    ids = _theirs(actor.person_id).values("id")
    others = [_row(row) for row in _opened().filter(id__in=ids)]
    return Emergencies(
        [_row(row) for row in mine],
        [row for row in others if not row.decision],
        [row for row in others if row.decision][:REVIEWED_SHOWN],
        _tries(actor),
    )


def how_many_wait(actor: Actor) -> int:
    """How many wait for the actor to look at them: who answers for it is told where she begins."""
    return answered(asking_how_many_wait(actor))


def asking_how_many_wait(actor: Actor) -> Question[int]:
    """The same, to be sent with others."""
    return _WAIT.asked(actor.person_id).then(len)


def _tries(actor: Actor) -> list[tuple[str, str, int]]:
    rows = _theirs(actor.person_id).filter(course=None, opened_at__gt=now() - SHOWN)
    counted = rows.values_list("person__name", "unit__name").annotate(times=Count("id"))
    return list(counted.order_by("-times", "person__name", "unit__name"))


def to_review(actor: Actor, emergency_id: UUID) -> EmergencyRow:
    """One that is the actor's to review."""
    require_staff(actor)
    row = _opened().filter(id=emergency_id, id__in=_theirs(actor.person_id).values("id")).first()
    if row is None:
        raise NotFound
    return _row(row)


def looked_at(emergency_id: UUID) -> list[tuple[str, int]]:
    """Which pages were opened meanwhile, for whoever reviews it, and how often."""
    with connection.cursor() as cursor:
        cursor.execute("select what, times from consent_emergency_looks(%s)", [emergency_id])
        return [(what, times) for what, times in cursor.fetchall()]
