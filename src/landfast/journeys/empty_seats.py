"""Empty seats at the citizen's table (tomme pladser, B4): shown with their reason, hers to answer.

Needs come from her own wishes and from referrals as they stand. An empty seat is never her fault,
and nobody is invited by it: a yes becomes the coordinator's task, and she decides again then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.queries.referrals import needs_referred
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.network import actions
from landfast.network import queries as network
from landfast.network.queries import MemberRow, RelationRow, present_roles, seats_said
from landfast.network.rules import Said, SeatAnswer, is_asked, missing_seats
from landfast.network.rules.beside import Beside, good_beside
from landfast.plan.queries.areas import areas_wished
from landfast.programmes.rules import NeedArea


@dataclass(frozen=True)
class SeatRow:
    """A need that nobody works on: who could, why it is shown, and what she has said."""

    need: NeedArea
    roles: list[str]
    by_wish: bool
    said: Said | None
    asks: bool


@dataclass(frozen=True)
class BesideRow:
    """Who is good to have for a need, and what she has said to it."""

    who: Beside
    said: Said | None
    asks: bool


@dataclass(frozen=True)
class Table:
    """The seats around her: those that are empty, and who is good to have beside the others."""

    empty: list[SeatRow]
    beside: list[BesideRow]


def table_of(course_id: UUID, there: Iterable[MemberRow | RelationRow]) -> Table:
    """The empty seats, those from her own wishes first, and who is good to have. Three queries."""
    wished, referred = areas_wished(course_id), needs_referred(course_id)
    said = seats_said(course_id)
    needs = [need for need in NeedArea if need in wished or need in referred]
    present = present_roles(there)
    newest = {need: _newest(need, wished, referred) for need in needs}
    rows = [
        SeatRow(
            seat.need, sorted(seat.any_of), seat.need in wished, said.empty.get(seat.need),
            is_asked(said.empty.get(seat.need), newest[seat.need]),
        )
        for seat in missing_seats(needs, present)
    ]  # fmt: skip
    beside = [
        BesideRow(
            one, said.beside.get(one.need), is_asked(said.beside.get(one.need), newest[one.need])
        )
        for one in good_beside(needs, present)
    ]
    return Table(
        sorted(rows, key=lambda row: not row.by_wish), sorted(beside, key=lambda row: not row.asks)
    )


def _newest(need: NeedArea, *told: dict[NeedArea, datetime]) -> datetime | None:
    return max((one[need] for one in told if need in one), default=None)


@journey
def answer_seat(
    *,
    actor: Actor,
    course_id: UUID,
    need: str,
    answer: str,
    is_beside: bool = False,
    citizen_said_so: bool = False,
) -> None:
    """The citizen answers for one seat, or for whom to have beside; other words are refused."""
    if need not in set(NeedArea) or answer not in set(SeatAnswer):
        raise Wrong("no_such_answer", da("Vælg et af svarene på siden."))
    there: list[MemberRow | RelationRow] = []
    there += network.relations(course_id)
    there += network.members(course_id)
    table = table_of(course_id, there)
    beside = {row.who.need: row.who.roles for row in table.beside} if is_beside else {}
    empty = beside.keys() if is_beside else {row.need for row in table.empty}
    actions.answer_seat(
        actor=actor, course_id=course_id, need=NeedArea(need), answer=SeatAnswer(answer),
        is_empty=NeedArea(need) in empty, beside=beside.get(NeedArea(need), ()),
        citizen_said_so=citizen_said_so,
    )  # fmt: skip
