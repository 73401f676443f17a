"""The plan over time: her own numbers as a picture, and how it stood on two days."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.looks.told import LookRow, looks
from landfast.access.rules import Topic
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.plan import queries
from landfast.plan.queries import WishRow
from landfast.plan.queries.versions import (
    Done,
    Kept,
    Rating,
    done_by_her,
    kept_on,
    kept_versions,
    ratings,
)

PLAN = "Planen"
"""How the page of the plan stands in the log."""


@dataclass(frozen=True)
class Progress:
    """Her wishes, her numbers, what was kept for them, and what she did herself."""

    course: WhoseCourse
    wishes: list[WishRow]
    ratings: list[Rating]
    kept: list[tuple[UUID, date, str]]
    done: list[Done]
    today: date


@dataclass(frozen=True)
class Versions:
    """The plan on any day, and who has opened it when."""

    course: WhoseCourse
    wishes: list[WishRow]
    kept: Kept
    done: list[Done]
    looks: list[LookRow]
    today: date


def _opened(actor: Actor, course_id: UUID, page: str) -> WhoseCourse:
    if open_record(actor, course_id, page) is not Topic.WHOLE:
        raise NotAllowed(
            "team_only", da("Planen kan kun læses af borgeren og teamet. Ring til koordinatoren.")
        )
    return whose_one(course_id)


def see_progress(*, actor: Actor, course_id: UUID) -> Progress:
    """How it goes, as she has said it herself; five queries."""
    course = _opened(actor, course_id, "Planen over tid")
    return Progress(
        course, queries.wishes_of(course_id), ratings(course_id), kept_on(course_id),
        done_by_her(course_id), today(),
    )  # fmt: skip


def see_versions(*, actor: Actor, course_id: UUID) -> Versions:
    """How the plan stood, and who has read it since; five queries."""
    course = _opened(actor, course_id, "Planens udgaver")
    read = [row for row in looks(course_id, limit=100) if row.what == PLAN]
    return Versions(
        course, queries.wishes_of(course_id), kept_versions(course_id), done_by_her(course_id),
        read, today(),
    )  # fmt: skip
