"""The citizen opens what she writes herself; others open the page for bad days, if it is shown."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import may, require
from landfast.access.rules import Permission, Situation
from landfast.access.situations import since
from landfast.course.queries.holding import answers_now
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.course.queries.own import OwnCourse
from landfast.course.rules.holding import Answers
from landfast.journeys.see_own_course import opened_own
from landfast.journeys.who_reads import ReaderToHer, who_reads
from landfast.network.queries.own import (
    NoteRow,
    UnwellRow,
    own_notes,
    unwell,
    unwell_beside,
    unwell_pages,
)


@dataclass(frozen=True)
class MyUnwell:
    """Her page for bad days, whom to call now, and her team."""

    course: OwnCourse
    page: UnwellRow | None
    answers: Answers | None
    readers: list[ReaderToHer]
    beside: list[UnwellRow]
    """What was written beside her, and waits for her yes."""
    admitted: datetime | None
    """Since when she is admitted: a page that is for then is open to the others."""


def see_my_unwell(actor: Actor, wanted: UUID | None = None) -> MyUnwell | None:
    """Når jeg får det dårligt, as she opens it herself (B7)."""

    def read(course: OwnCourse) -> MyUnwell:
        pages = unwell_pages(course.id)
        hers = next((row for row in pages if not row.helped_by), None)
        beside = [row for row in pages if row.helped_by]
        return MyUnwell(
            course, hers, answers_now(course.held), who_reads(course.id), beside,
            since(course.id).get(Situation.ADMITTED),
        )  # fmt: skip

    return opened_own(actor, wanted, "Når jeg får det dårligt", read)


@dataclass(frozen=True)
class MyNotes:
    """Her own notes."""

    course: OwnCourse
    notes: list[NoteRow]


def see_my_notes(actor: Actor, wanted: UUID | None = None) -> MyNotes | None:
    """Kun for mig (B8)."""

    def read(course: OwnCourse) -> MyNotes:
        return MyNotes(course, own_notes(course.id))

    return opened_own(actor, wanted, "Kun for mig", read)


@dataclass(frozen=True)
class HerUnwell:
    """The page as somebody of her team meets it; None while she shows it to nobody."""

    citizen: WhoseCourse
    page: UnwellRow | None
    may_write: bool
    """May the reader write one beside her?"""


def see_unwell(actor: Actor, course_id: UUID) -> HerUnwell:
    """The page for bad days, for those who read the whole course, when she shows it (B7)."""
    require(actor, Permission.COURSE_READ, course=course_id)
    open_record(actor, course_id, "Når borgeren får det dårligt")
    may_write = may(actor, Permission.WORDS_BESIDE, course_id)
    return HerUnwell(whose_one(course_id), unwell(course_id), may_write)


def sit_beside(actor: Actor, course_id: UUID) -> HerUnwell:
    """What the actor has written beside her, while it waits for her (B7)."""
    require(actor, Permission.WORDS_BESIDE, course=course_id)
    open_record(actor, course_id, "Når borgeren får det dårligt")
    page = unwell_beside(course_id, actor.person_id)
    return HerUnwell(whose_one(course_id), page, may_write=True)
