"""Who has had a course, from when to when, and who gave it to whom (stafetlog, product D6)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from landfast.course import models
from landfast.course.rules.words import HandoverState, HolderKind
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.ids import PersonId


@dataclass(frozen=True)
class Held:
    """Somebody's time with the threads of a course. `until` is open for the one who has them now.

    A cover has no reason here: why a coordinator was away is nobody's to read.
    """

    person_id: PersonId
    name: str
    is_cover: bool
    since: datetime
    until: datetime | None
    reason: str


@dataclass(frozen=True)
class Given:
    """A hand-over that was said yes to: by whom, to whom, when, and how long the giver read on."""

    giver_id: PersonId
    giver: str
    taker_id: PersonId
    at: datetime
    overlap_until: date | None


@dataclass(frozen=True)
class Second:
    """Somebody who was the named second (makker)."""

    person_id: PersonId
    name: str
    became_holder: bool
    """Did they stop being it to become the coordinator?"""


@dataclass(frozen=True)
class Stood:
    """Somebody who stood in beside the holder, for a time or as the named second."""

    name: str
    is_second: bool
    since: date
    until: date | None


@dataclass(frozen=True)
class Chosen:
    """Why somebody holds a course; `in_spite_of`: why it is them though something spoke against."""

    because: str
    in_spite_of: str


def why_held(course_id: UUID) -> Chosen | None:
    """Why the one who holds the course now does, for her; nothing of a cover. One query."""
    found = models.Coordinatorship.objects.filter(
        course_id=course_id, ended_at=None, kind=HolderKind.COORDINATOR
    )
    row = found.values_list("reason", "override").first()
    return Chosen(*row) if row else None


def held_over_time(course_id: UUID) -> list[Held]:
    """Everybody who has had the course, the first one first; one query."""
    rows = models.Coordinatorship.objects.filter(course_id=course_id).select_related("person")
    return [
        Held(
            PersonId(row.person_id), row.person.name, row.kind == HolderKind.COVER, row.starts_at,
            row.ended_at, "" if row.kind == HolderKind.COVER else row.reason,
        )
        for row in rows.order_by("starts_at", "id")
    ]  # fmt: skip


def given_over_time(course_id: UUID) -> list[Given]:
    """The hand-overs that were accepted, the first one first; one query."""
    rows = models.Handover.objects.filter(
        course_id=course_id, state=HandoverState.ACCEPTED, answered_at__isnull=False
    ).select_related("giver")
    return [
        Given(
            PersonId(row.giver_id), row.giver.name, PersonId(row.taker_id), row.answered_at,
            row.overlap_until,
        )
        for row in rows.order_by("answered_at", "id")
        if row.answered_at
    ]  # fmt: skip


def stood_in(course_id: UUID, on: date) -> list[Stood]:
    """Seconds, and those who have covered for a time that has begun; two queries."""
    seconds = models.Second.objects.filter(course_id=course_id).select_related("person")
    covers = models.Deputyship.objects.filter(
        course_id=course_id, starts_on__lte=on
    ).select_related("person")
    found = [
        Stood(
            row.person.name, True, date_in_denmark(row.since),
            date_in_denmark(row.ended_at) if row.ended_at else None,
        )
        for row in seconds.order_by("since", "id")
    ]  # fmt: skip
    found += [
        Stood(row.person.name, False, row.starts_on, row.ends_on)
        for row in covers.order_by("starts_on", "id")
        if row.ends_on >= row.starts_on  # taken back on its first day: nobody stood in
    ]
    return sorted(found, key=lambda one: one.since)


def second_between(course_id: UUID, since: datetime, until: datetime) -> Second | None:
    """Whose time as the second ended in this span, the last one; one query."""
    became = models.Coordinatorship.objects.filter(
        course_id=course_id, person_id=OuterRef("person_id"), starts_at__gte=OuterRef("ended_at"),
        kind=HolderKind.COORDINATOR,
    )  # fmt: skip
    rows = models.Second.objects.filter(
        course_id=course_id, ended_at__gte=since, ended_at__lte=until
    ).select_related("person")
    last = rows.annotate(became=Exists(became)).order_by("ended_at", "id").last()
    return Second(PersonId(last.person_id), last.person.name, last.became) if last else None
