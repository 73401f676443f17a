"""Mistakes that wait or were mended, what a course is told, and who saw what was not theirs."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from landfast.access.actor import Actor
from landfast.access.queries import may, require
from landfast.access.rules import Permission
from landfast.course import models
from landfast.course.queries.listed import list_alike
from landfast.course.rules.contact import born_on
from landfast.course.rules.mending import Mending, MendState, Side, may_be_one
from landfast.course.rules.states import OVER
from landfast.course.rules.words import State
from landfast.kernel.clock import now
from landfast.kernel.ids import CourseId
from landfast.kernel.sealed import marks, opened

SHOWN = timedelta(days=365)
"""How long a mended mistake stands on the list."""
AT_MOST = 50


@dataclass(frozen=True)
class MendLine:
    """One mending as those who may mend see it."""

    id: UUID
    kind: Mending
    state: MendState
    source: CourseId
    source_name: str
    target: CourseId | None
    target_name: str
    thing: str
    row: UUID | None
    why: str
    hint: str
    proposed_by: str
    proposer: UUID
    at: datetime
    done_by: str
    done_at: datetime | None
    undone_why: str

    @property
    def waits(self) -> bool:
        """Is it still to be carried out?"""
        return self.state in {MendState.PROPOSED, MendState.HANDED}


@dataclass(frozen=True)
class NoteRow:
    """What a course is told of a mending."""

    at: datetime
    mend: UUID
    side: Side
    thing: str
    written_at: datetime | None
    by_other_citizen: bool
    read_by: list[dict[str, str]]
    is_undone: bool


@dataclass(frozen=True)
class SawRow:
    """Somebody who could see what lay with the wrong citizen. Without a name: another citizen."""

    id: UUID
    course: CourseId
    mend: UUID
    name: str
    unit: str
    role: str
    times: int
    last_at: datetime
    told_at: datetime | None


@dataclass(frozen=True)
class Candidate:
    """A course of a citizen who could be the same, among those that the reader reaches."""

    id: CourseId
    citizen: str
    state: State
    unit: str
    looks_alike: bool


@dataclass(frozen=True)
class Weighed:
    """How much each of two courses has of something."""

    place: str
    here: int
    there: int


def mends(course: UUID | None = None) -> list[MendLine]:
    """Those that the reader may know of: what waits first, then what was mended lately."""
    rows = models.Mend.objects.filter(
        Q(state__in=(MendState.PROPOSED, MendState.HANDED))
        | Q(state=MendState.DONE, done_at__gte=now() - SHOWN)
    )
    if course:
        rows = rows.filter(Q(source_id=course) | Q(target_id=course))
    found = [_line(row) for row in _named(rows).order_by("-created_at", "-id")[:AT_MOST]]
    return sorted(found, key=lambda one: not one.waits)


def courses_of_mends(course: UUID | None = None) -> list[UUID]:
    """The courses that those are about which the reader may know of."""
    rows = models.Mend.objects.all()
    if course:
        rows = rows.filter(Q(source_id=course) | Q(target_id=course))
    pairs = rows.order_by("-created_at", "-id").values_list("source_id", "target_id")[:AT_MOST]
    return [one for pair in pairs for one in pair if one]


def mend(mend_id: UUID) -> MendLine | None:
    """One of them."""
    row = _named(models.Mend.objects.filter(id=mend_id)).first()
    return _line(row) if row else None


def _named(rows: "QuerySet[models.Mend]") -> "QuerySet[models.Mend]":
    return rows.select_related("proposed_by", "done_by")


def _line(row: models.Mend) -> MendLine:
    names = citizens_of([one for one in (row.source_id, row.target_id) if one])
    return MendLine(
        row.id, Mending(row.kind), MendState(row.state), CourseId(row.source_id),
        names.get(row.source_id, ""), CourseId(row.target_id) if row.target_id else None,
        names.get(row.target_id, "") if row.target_id else "", row.thing, row.row, row.why,
        row.hint, row.proposed_by.name, row.proposed_by_id, row.created_at,
        row.done_by.name if row.done_by else "", row.done_at, row.undone_why,
    )  # fmt: skip


def citizens_of(courses: list[UUID]) -> dict[UUID, str]:
    """Whose they are, as far as the reader reaches them."""
    rows = models.Course.objects.filter(scope_id__any_of=courses).order_by("scope_id")
    return dict(rows.values_list("scope_id", "citizen__name"))


def joined_to(course: UUID) -> list[UUID]:
    """What was joined with a course of hers: an empty course, with its history and its looks."""
    with connection.cursor() as cursor:
        cursor.execute("select course_joined_to(%s)", [course])
        return list(cursor.fetchone()[0])


def notes(course: UUID, since: timedelta = SHOWN) -> list[NoteRow]:
    """What a course is told, the newest first."""
    rows = models.MendNote.objects.filter(course_id=course, created_at__gte=now() - since)
    return [
        NoteRow(
            row.created_at, row.mend_id, Side(row.side), row.thing, row.written_at,
            row.by_other_citizen, row.read_by, row.undone_at is not None,
        )
        for row in rows.order_by("-created_at", "-id")
    ]  # fmt: skip


def saw(course: UUID | None = None) -> list[SawRow]:
    """Who saw what was not theirs: of a course, or of the officer's area. Untold ones first."""
    rows = models.MendReader.objects.select_related("person", "unit")
    if course:
        rows = rows.filter(course_id=course)
    found = [
        SawRow(
            row.id, CourseId(row.course_id), row.mend_id, row.person.name if row.person else "",
            row.unit.name if row.unit else "", row.role, row.times, row.last_at, row.told_at,
        )
        for row in rows.order_by("-last_at", "-id")[: AT_MOST * 4]
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.told_at is not None)


def weighed(one: UUID, other: UUID) -> list[Weighed]:
    """What each side would bring, in numbers; for somebody who may mend both."""
    with connection.cursor() as cursor:
        cursor.execute("select * from course_mend_weighs(%s, %s)", [one, other])
        return [Weighed(*row) for row in cursor.fetchall()]


def require_joining(actor: Actor, one: UUID, other: UUID) -> None:
    """Who may mend both; or mends one and is in the team of the other by her yes (decision 20)."""
    mends = {course: may(actor, Permission.MISTAKE_MEND, course) for course in (one, other)}
    for course, is_mine in mends.items():
        works = not is_mine and any(mends.values())
        require(actor, Permission.ENTRY_MOVE if works else Permission.MISTAKE_MEND, course=course)


def candidates(actor: Actor, course: UUID, words: str, page: str) -> list[Candidate]:
    """Courses that could be the same citizen's: named alike, or found by name or CPR number.

    Only among those that the reader reaches: a number tells nothing of anybody else (decision 14).
    """
    digits = "".join(letter for letter in words if letter.isdigit())
    known = marks(digits) if digits else []
    list_alike(actor, course, page, words=words.strip(), known=known, most=AT_MOST)
    own = models.Course.objects.select_related("citizen").get(scope_id=course)
    rows = models.Course.objects.select_related("citizen", "unit").exclude(
        citizen_id=own.citizen_id
    )
    if words.strip():
        meant = Q(citizen__name__icontains=words.strip()) | Q(citizen__cpr_mark__in=known)
    else:
        meant = Q(citizen__sort_key=own.citizen.sort_key)
        if own.citizen.phone:
            meant |= Q(citizen__phone=own.citizen.phone)
    mine = _signs(own.citizen)
    found = [
        Candidate(
            CourseId(row.id), row.citizen.name, State(row.state), row.unit.name,
            may_be_one(mine, _signs(row.citizen)),
        )
        for row in rows.filter(meant).order_by("citizen__sort_key", "scope_id")[:AT_MOST]
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.looks_alike, one.state in OVER))


def _signs(citizen: models.Citizen) -> tuple[str, str, date | None]:
    number = opened(citizen.cpr)
    return citizen.name, citizen.phone, citizen.born_on or (born_on(number) if number else None)
