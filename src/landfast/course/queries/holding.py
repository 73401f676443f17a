"""Who holds a course now and who answers: never a sleeping number alone (product B5)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from landfast.course.queries.contact import Holder, Holders, holders, in_turn, second_beside
from landfast.course.rules.holding import Answers, Why, who_answers
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.kernel.clock import now
from landfast.kernel.ids import UnitId
from landfast.people import queries as people


@dataclass(frozen=True)
class Holds:
    """Who has the course: the holder, or the cover of a vacant one, the deputy, the second."""

    unit_id: UnitId
    holder: Holder | None
    is_vacant: bool
    cover_until: date | None
    deputy: Holder | None
    second: Holder | None

    @property
    def beside(self) -> Holder | None:
        """The second, where that is somebody else than who covers."""
        return second_beside(self.deputy, self.second)

    @property
    def turns(self) -> list[tuple[Why, Holder]]:
        """Who is asked for, in turn."""
        return in_turn(self.holder, self.deputy, self.second)


def who_holds(course_id: UUID) -> Holds:
    """Who has the course now; vacant while the daily lead covers (principle 2, domain 0.8)."""
    found = holders(course_id)
    until = found.coordinator.until if found.coordinator and found.is_cover else None
    return Holds(
        found.unit_id, found.coordinator, found.is_cover, until, found.deputy, found.second
    )


def answers_now(
    held: Holders | Holds, at: datetime | None = None, lines: list[Line] | None = None
) -> Answers | None:
    """Who picks up now: coordinator, deputy or second at work, else the first open line (B5).

    `lines`: the unit's chain, when it has been read already.
    """
    moment = at or now()
    at_work = people.at_work([one.person_id for _, one in held.turns], moment)
    turns = (
        Answers(why, one.name, one.phone) for why, one in held.turns if one.person_id in at_work
    )
    return who_answers(turns) or _line(held.unit_id, moment, lines)


def _line(unit_id: UnitId, moment: datetime, lines: list[Line] | None) -> Answers | None:
    chain = directory.answer_lines(unit_id) if lines is None else lines
    line = directory.answering(chain, moment)
    return Answers(Why.LINE, line.name, line.phone) if line else None
