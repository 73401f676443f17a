"""A mistake is mended: one citizen who stands here twice, and what stands on the wrong citizen.

Nothing is joined or moved by itself: a person proposes, sees by name who will read more, and
another carries out a joining. The database holds to the stricter word and to what may be moved.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks import oversight
from landfast.access.looks.looking import list_records, open_record
from landfast.access.queries import Reader, course_roles, may, readers, require, scopes_as
from landfast.access.records import Record, some
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.consent.queries import meet_a_no
from landfast.course.actions import mending as actions
from landfast.course.queries import mending as queries
from landfast.course.queries.courses import CourseFrame, MyCourse, course_frame, my_courses
from landfast.course.queries.holding import holders
from landfast.course.queries.leads import LEADERS, leads_of
from landfast.course.queries.logged_names import names_of
from landfast.course.queries.mending import Candidate, MendLine, NoteRow, SawRow, Weighed
from landfast.course.rules.holding import Holders
from landfast.course.rules.mending import Mending
from landfast.course.rules.states import OVER
from landfast.kernel.ids import CourseId, PersonId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.meetings.rules.passages import Cover
from landfast.people import queries as people

WRITES = (
    CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND,
    CourseRole.PROFESSIONAL,
)  # fmt: skip


THINGS: dict[str, str] = {
    "course_observation": da("En hændelse"),
    "course_statutory_role": da("En lovbestemt rolle"),
    "plan_wish": da("Et ønske"),
    "plan_own_step": da("Et eget skridt"),
    "plan_agreement": da("En aftale"),
    "meetings_meeting": da("Et møde"),
    "meetings_passage": da("En linje fra et referat"),
    "network_relation": da("En nær person"),
}
"""What can be written on the wrong citizen and moved, by its table. What hangs on it goes along."""


@dataclass(frozen=True)
class Side:
    """One of two records: whose, who holds it, who reads it; what speaks against that it stays."""

    frame: CourseFrame
    held: Holders
    readers: list[Reader]
    clashes: list[str]
    meets_a_no: int
    """How many of its yeses meet a no on the other side, and end if this one stays."""


@dataclass(frozen=True)
class TwoSides:
    """Two records beside each other: what each would bring, in numbers."""

    here: Side
    there: Side
    weighed: list[Weighed]


@dataclass(frozen=True)
class SeenMistakes:
    """The page of one course: what can be mended, what waits, what it is told, who saw."""

    frame: CourseFrame
    whole: bool
    may_mend: bool
    things: list[Record]
    mends: list[MendLine]
    notes: list[NoteRow]
    saw: list[SawRow]
    units: dict[UUID, str]


@dataclass(frozen=True)
class SeenMend:
    """One mending, with the sides of a joining or the readers of the place it goes to."""

    line: MendLine
    sides: TwoSides | None
    readers: list[Reader]
    may_carry_out: bool
    may_undo: bool
    candidates: list[Candidate]
    chosen: Candidate | None
    """Of those, the one whose readers are shown before it is done."""


@dataclass(frozen=True)
class SeenThing:
    """One thing that stands on the wrong citizen, and whom it could be about."""

    frame: CourseFrame
    record: Record
    others: list[MyCourse]


def see_mistakes(actor: Actor, course_id: UUID) -> SeenMistakes:
    """Fejl: of one course, for those who may mend it or wrote something in it."""
    mends = may(actor, Permission.MISTAKE_MEND, course_id)
    require(actor, Permission.MISTAKE_MEND if mends else Permission.ENTRY_MOVE, course=course_id)
    whole = open_record(actor, course_id, "Fejl, der kan rettes") is Topic.WHOLE
    list_records(actor, queries.courses_of_mends(course_id), "Fejl, der kan rettes (liste)")
    return SeenMistakes(
        course_frame(course_id), whole, mends,
        movable(actor, course_id, THINGS) if whole else [], queries.mends(course_id),
        queries.notes(course_id), queries.saw(course_id),
        {unit.id: unit.name for unit in people.units()},
    )  # fmt: skip


def movable(actor: Actor, course_id: UUID, things: Iterable[str]) -> list[Record]:
    """What can be moved for itself; of minutes only the lines that were taken out as astray."""
    return [
        replace(one, rows=[row for row in one.rows if row["kind"] == Cover.ASTRAY])
        if one.table == "meetings_passage"
        else one
        for one in some(actor, course_id, things)
    ]


def see_waiting(actor: Actor) -> list[MendLine]:
    """All mendings that the actor may know of; whose they are is logged as a list."""
    list_records(actor, queries.courses_of_mends(), "Fejl, der rettes (liste)")
    return queries.mends()


def find_same(actor: Actor, course_id: UUID, words: str) -> tuple[CourseFrame, list[Candidate]]:
    """Who could be the same citizen, among those that the actor reaches."""
    require(actor, Permission.MISTAKE_MEND, course=course_id)
    open_record(actor, course_id, "Er borgeren her to gange?")
    found = queries.candidates(actor, course_id, words, "Samme borger? (liste)")
    return course_frame(course_id), found


def see_two(actor: Actor, here: UUID, there: UUID) -> TwoSides:
    """Side by side, each way round; both looks are logged."""
    queries.require_joining(actor, here, there)
    for course in (here, there):
        open_record(actor, course, "Samme borger?")
    return _two(here, there)


def _two(here: UUID, there: UUID) -> TwoSides:
    return TwoSides(
        _side(here, there), _side(there, here),
        [row for row in queries.weighed(here, there) if row.here or row.there],
    )  # fmt: skip


def _side(stays: UUID, goes: UUID) -> Side:
    return Side(
        course_frame(stays), holders(stays), readers(stays), actions.clashes(goes, stays),
        meet_a_no(goes, stays),
    )  # fmt: skip


def see_mend(actor: Actor, mend_id: UUID, words: str = "", chosen: UUID | None = None) -> SeenMend:
    """One mending: what it does, who will read more, and what the actor may do about it."""
    line = queries.mend(mend_id)
    if line is None:
        raise NotFound
    for course in (line.source, line.target):
        if course and course_roles(actor, course):
            open_record(actor, course, "Fejl, der rettes")
    line = queries.mend(mend_id) or line  # with the names that are open now
    merge = line.kind is Mending.MERGE
    found = [] if line.target or not line.waits else queries.candidates(
        actor, line.source, words, "Hvem handler det om? (liste)"
    )  # fmt: skip
    found = [row for row in found if row.state not in OVER] if words else []
    one = next((row for row in found if row.id == chosen), None)
    ends, goes_to = line.target or line.source, line.target or (one and one.id)
    return SeenMend(
        line,
        _two(line.target, line.source) if merge and line.waits and line.target else None,
        readers(goes_to) if goes_to else [],
        line.waits and not (merge and line.proposer == actor.person_id),
        line.state == "done" and may(actor, Permission.MISTAKE_MEND, ends),
        found, one,
    )  # fmt: skip


def see_thing(actor: Actor, course_id: UUID, thing: str, row_id: UUID) -> SeenThing:
    """What stands wrong, and the other courses in which the actor may write."""
    require(actor, Permission.ENTRY_MOVE, course=course_id)
    open_record(actor, course_id, "Står på den forkerte")
    record = next(iter(movable(actor, course_id, [thing])), None) if thing in THINGS else None
    row = next((one for one in record.rows if one["id"] == row_id), None) if record else None
    if record is None or row is None:
        raise NotFound
    writes = set(scopes_as(actor, *WRITES)) - {course_id}
    list_records(actor, writes, "Hvem handler det om? (liste)")
    others = [row for row in my_courses(actor) if row.id in writes and row.state not in OVER]
    only = Record(record.table, record.keep, record.controller, [row], record.others)
    return SeenThing(course_frame(course_id), only, others)


def see_saw(actor: Actor) -> list[tuple[SawRow, str]]:
    """The officer: who saw what was not theirs, whose it was, whether they were told."""
    oversight.require_oversight(actor)
    rows = queries.saw()
    citizens = names_of(row.course for row in rows)
    return [(row, citizens.get(row.course, "")) for row in rows]


@journey
def propose_joining(*, actor: Actor, goes: UUID, stays: UUID, why: str) -> UUID:
    """Two records are proposed to be one citizen's; another pair of eyes is told."""
    return actions.propose_merge(
        actor=actor, goes=CourseId(goes), stays=CourseId(stays), why=why, tells=_leads(stays)
    )


@journey
def propose_moving(
    *, actor: Actor, course_id: UUID, thing: str, row_id: UUID, target: UUID | None, why: str,
    hint: str,
) -> UUID:  # fmt: skip
    """Something stands on the wrong citizen; without the right one the leaders are told."""
    if thing not in THINGS:
        raise NotFound
    return actions.propose_move(
        actor=actor, course_id=CourseId(course_id), thing=thing, row_id=row_id,
        target=CourseId(target) if target else None, why=why, hint=hint,
        tells=[] if target else _leads(course_id),
    )  # fmt: skip


def _leads(course_id: UUID) -> list[PersonId]:
    return leads_of(course_id, course_frame(course_id).unit_id, LEADERS)


@journey
def carry_out(*, actor: Actor, mend_id: UUID, target: UUID | None = None) -> None:
    """Joined by the other pair of eyes, or moved to whom it is about."""
    line = queries.mend(mend_id)
    if line is None:
        raise NotFound
    if line.kind is Mending.MERGE:
        actions.carry_out_merge(actor=actor, mend_id=mend_id)
    else:
        actions.carry_out_move(
            actor=actor, mend_id=mend_id, target=CourseId(target) if target else None
        )


def named(found: Iterable[Reader]) -> list[str]:
    """Readers by name; the citizen herself is never news to anybody."""
    return sorted({one.name for one in found if one.name})
