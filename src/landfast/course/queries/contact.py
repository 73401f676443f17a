"""Who holds the course now, for the contact card: coordinator or cover, deputy, second."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from landfast.course import models
from landfast.course.rules.holding import Why
from landfast.course.rules.words import HolderKind
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class Holder:
    """Somebody who can be called about the course."""

    person_id: PersonId
    name: str
    profession: str
    phone: str
    until: date | None = None
    since: datetime | None = None
    has_face: bool = False
    """Has she put a picture of herself there?"""
    because: str = ""
    """Why the coordinator was chosen; nothing of a cover: why somebody was away is nobody's."""
    in_spite_of: str = ""
    """Why it is them though something spoke against it."""


@dataclass(frozen=True)
class Holders:
    """The one with the arc, who covers, and the second (domain 0.8)."""

    unit_id: UnitId
    coordinator: Holder | None
    is_cover: bool
    deputy: Holder | None
    second: Holder | None

    @property
    def chain(self) -> list[Holder]:
        """All of them, each once: it is the second who covers most often."""
        found = (self.coordinator, self.deputy, self.beside)
        return [one for one in found if one]

    @property
    def beside(self) -> Holder | None:
        """The second, where that is somebody else than who covers."""
        return second_beside(self.deputy, self.second)

    @property
    def turns(self) -> list[tuple[Why, Holder]]:
        """Who is asked for, in turn."""
        return in_turn(self.coordinator, self.deputy, self.second)


def second_beside(deputy: Holder | None, second: Holder | None) -> Holder | None:
    """The second, where that is somebody else than who covers: they stand once."""
    covers = deputy and second and deputy.person_id == second.person_id
    return None if covers else second


def in_turn(*people: Holder | None) -> list[tuple[Why, Holder]]:
    """Coordinator, deputy and second, as far as there are any."""
    return [(why, one) for why, one in zip(Why, people, strict=False) if one]


_PERSON = (
    "person_id", "person__name", "person__profession", "person__phone", "person__face__id",
)  # fmt: skip


FIELDS = (
    "unit_id",
    "held__kind",
    "held__cover_until",
    "held__starts_at",
    "held__reason",
    "held__override",
    "deputy__ends_on",
    *(f"{who}__{field}" for who in ("held", "deputy", "second") for field in _PERSON),
)
"""The columns that `holders_in` reads of a course with its holders joined."""


def with_holders(
    courses: "QuerySet[models.Course]", day: date | None = None
) -> "QuerySet[models.Course]":
    """Courses with who holds them joined: at most one each, save deputies, the newest first."""
    day = day or today()
    return courses.annotate(
        held=FilteredRelation(
            "coordinatorships", condition=Q(coordinatorships__ended_at__isnull=True)
        ),
        deputy=FilteredRelation(
            "deputyships",
            condition=Q(deputyships__starts_on__lte=day, deputyships__ends_on__gte=day),
        ),
        second=FilteredRelation("seconds", condition=Q(seconds__ended_at__isnull=True)),
    ).order_by("-deputy__created_at")


def holders(course_id: UUID) -> Holders:
    """Who holds the course now (koordinator, dækker for, makker). One query."""
    found = with_holders(models.Course.objects.filter(scope_id=course_id))
    row = found.values(*FIELDS).first()
    if row is None:
        raise NotFound
    return holders_in(row)


def holders_in(row: Mapping[str, Any]) -> Holders:
    """The holders in a joined row."""
    held = _holder(row, "held", row["held__cover_until"], row["held__starts_at"])
    is_cover = row["held__kind"] == HolderKind.COVER
    if held and not is_cover:
        held = replace(held, because=row["held__reason"], in_spite_of=row["held__override"])
    return Holders(
        UnitId(row["unit_id"]),
        held,
        is_cover,
        _holder(row, "deputy", row["deputy__ends_on"]),
        _holder(row, "second"),
    )


def _holder(
    row: Mapping[str, Any], who: str, until: date | None = None, since: datetime | None = None
) -> Holder | None:
    person, name, profession, phone, face = (row[f"{who}__{field}"] for field in _PERSON)
    if not person:
        return None
    return Holder(PersonId(person), name, profession, phone, until, since, face is not None)
