"""The actor's own courses, as their citizen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from landfast.access.actor import Actor
from landfast.course import models
from landfast.course.queries.contact import FIELDS, Holders, holders_in, with_holders
from landfast.course.rules.states import NEEDS_COORDINATOR, OVER
from landfast.course.rules.words import HolderKind, State
from landfast.kernel.clock import today
from landfast.kernel.ids import CourseId
from landfast.kernel.reading import DAY, ID, Once


@dataclass(frozen=True)
class OwnCourse:
    """A course of the one who asks."""

    id: CourseId
    called: str
    state: State
    since: datetime
    began_at: datetime
    review_on: date | None
    unit: str
    unit_phone: str
    held: Holders
    former: str = ""
    """Who was coordinator before the one of now, when that was somebody else."""
    was_mended: bool = False
    """Has a mistake been mended here? What it was is read by itself."""

    @property
    def runs(self) -> bool:
        """Does it have a coordinator?"""
        return self.state in NEEDS_COORDINATOR

    @property
    def is_over(self) -> bool:
        """Has it ended?"""
        return self.state in OVER


_OWN = ("scope_id", "citizen__called", "state", "state_since", "created_at", "review_on",
        "unit__name", "unit__phone")  # fmt: skip


def _with_former(courses: "QuerySet[models.Course]") -> "QuerySet[models.Course]":
    before = models.Coordinatorship.objects.filter(
        course=OuterRef("pk"), kind=HolderKind.COORDINATOR, ended_at__isnull=False
    ).order_by("-ended_at")
    return courses.annotate(
        former_id=Subquery(before.values("person_id")[:1]),
        former_name=Subquery(before.values("person__name")[:1]),
        was_mended=Exists(models.MendNote.objects.filter(course=OuterRef("pk"))),
    )


_COURSES = Once(
    lambda person, day: _with_former(
        with_holders(models.Course.objects.filter(citizen__person_id=person), day)
    ).values_list(*_OWN, "former_id", "former_name", "was_mended", *FIELDS),
    ID, DAY,
)  # fmt: skip


def own_courses(actor: Actor) -> list[OwnCourse]:
    """The citizen's own courses (mine forløb) with who holds them, the running one first.

    One query; starts from the actor's own rows.
    """
    found: dict[UUID, OwnCourse] = {}
    for row in _COURSES(actor.person_id, today()):
        found.setdefault(row.scope_id, _own(row._asdict()))
    newest = sorted(found.values(), key=lambda one: one.began_at, reverse=True)
    return sorted(newest, key=lambda one: (not one.runs, one.is_over))


def _own(row: dict[str, Any]) -> OwnCourse:
    is_another = row["former_id"] not in {None, row["held__person_id"]}
    return OwnCourse(
        CourseId(row["scope_id"]), row["citizen__called"], State(row["state"]),
        row["state_since"], row["created_at"], row["review_on"], row["unit__name"],
        row["unit__phone"], holders_in(row), row["former_name"] if is_another else "",
        row["was_mended"],
    )  # fmt: skip
