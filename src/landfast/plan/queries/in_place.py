"""Who follows up, and who takes over, where the one a promise names has left or is away."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from landfast.course.queries.holding import holders
from landfast.course.rules.holding import Holder, Holders, in_place_of, is_there
from landfast.kernel.clock import today
from landfast.kernel.ids import AgreementId, PersonId
from landfast.people import queries as people
from landfast.people.rules import is_away
from landfast.plan.queries.rows import AgreementRow, Who
from landfast.plan.rules.life import RUNNING


@dataclass(frozen=True)
class InPlace:
    """Nobody where the one who was named is there."""

    follows: tuple[Who, ...] = ()
    takes_over: tuple[Who, ...] = ()


AS_NAMED = InPlace()


def in_place(
    course_id: UUID, rows: Iterable[AgreementRow], team: Collection[PersonId]
) -> dict[AgreementId, InPlace]:
    """For running promises: who is reminded in the place of who was named (`plan_remind`).

    Whoever follows up is asked of the day on which it is due: a leave that is over by then counts
    for nothing. One query, and three where somebody is not there; none where nothing runs.
    """
    running = [row for row in rows if row.state in RUNNING]
    named = {one.id for row in running for one in (row.follow_up_by, row.backup) if one}
    if not named:
        return {}
    leaves = people.leaves(sorted(named))

    @cache
    def on(day: date) -> tuple[Holders, frozenset[PersonId]]:
        held = holders(course_id, day)
        theirs = people.leaves([one.person_id for one in held.chain])
        return held, frozenset(one for one, rows in theirs.items() if is_away(rows, day))

    def stands_in(who: Who | None, day: date) -> tuple[Who, ...]:
        if who is None or who.is_citizen:
            return ()
        away = {who.id} if is_away(leaves.get(who.id, []), day) else set()
        if is_there(who.id, team=team, away=away):
            return ()
        held, holders_away = on(day)
        return tuple(map(_who, in_place_of(who.id, held=held, away=holders_away)))

    return {
        row.id: InPlace(
            stands_in(row.follow_up_by, max(today(), row.follow_up_on or today())),
            stands_in(row.backup, today()),
        )
        for row in running
    }


def _who(one: Holder) -> Who:
    return Who(one.person_id, one.name, one.profession, one.phone, False)
