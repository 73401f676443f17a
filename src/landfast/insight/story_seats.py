"""The empty seats of a lived course, from what her wishes and referrals told of."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from landfast.course.queries.referrals import needs_told
from landfast.insight.storyline.seats import Sat, empty_seats
from landfast.insight.storyline.shapes import Span
from landfast.kernel.clock import date_in_denmark
from landfast.network.queries import Tenure, seats_said
from landfast.network.queries.close import close_over_time
from landfast.network.rules import is_no
from landfast.plan.queries import WishRow
from landfast.plan.rules.words import Standing
from landfast.programmes.rules import NeedArea


def seats(course_id: UUID, wishes: Iterable[WishRow], team: Iterable[Tenure]) -> list[Span]:
    """Where somebody was missing, and from when to when; three queries."""
    told: dict[NeedArea, date] = {}
    named = [(one.area, one.written_on) for one in wishes if one.standing is not Standing.ASIDE]
    for need, at in (*named, *needs_told(course_id)):
        on = date_in_denmark(at)
        told[need] = min(on, told.get(need, on))
    sat = [Sat(one.role, one.since, one.until) for one in team]
    sat += [Sat(*one) for one in close_over_time(course_id)]
    refused = {
        need: date_in_denmark(said.at)
        for need, said in seats_said(course_id).empty.items()
        if is_no(said.answer)
    }
    return list(empty_seats(told, sat, refused))
