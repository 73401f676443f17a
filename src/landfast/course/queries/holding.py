"""Who holds a course now and who answers: never a sleeping number alone (product B5)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from landfast.course.queries.contact import Holder, holders
from landfast.course.rules.holding import Answers, Why, who_answers
from landfast.directory import queries as directory
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


def who_holds(course_id: UUID) -> Holds:
    """Who has the course now; vacant while the daily lead covers (principle 2, domain 0.8)."""
    found = holders(course_id)
    until = found.coordinator.until if found.coordinator and found.is_cover else None
    return Holds(
        found.unit_id, found.coordinator, found.is_cover, until, found.deputy, found.second
    )


def answers_of(found: Holds, moment: datetime) -> Answers | None:
    """Coordinator if at work, else deputy, else second, else the unit's line that is open."""
    people_in_turn = [
        (Why.COORDINATOR, found.holder),
        (Why.DEPUTY, found.deputy),
        (Why.SECOND, found.second),
    ]
    at_work = people.at_work([h.person_id for _, h in people_in_turn if h], moment)
    turns = [
        Answers(why, holder.name, holder.phone)
        for why, holder in people_in_turn
        if holder and holder.phone and holder.person_id in at_work
    ]
    line = None if turns else directory.who_answers(found.unit_id, moment)
    return who_answers(turns, Answers(Why.LINE, line.name, line.phone) if line else None)
