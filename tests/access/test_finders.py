"""What is found before it is logged is no more than the policies show once it is (decision 32)."""

from datetime import timedelta

import pytest

from landfast.consent import actions as consent
from landfast.course.actions.coordinator import name_second
from landfast.course.queries.lately import mine_lately
from landfast.course.queries.names import whose
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.meetings.models import Meeting, Minutes
from landfast.meetings.queries.around import around
from landfast.plan.models import Agreement
from landfast.plan.queries import watched_agreements
from landfast.plan.queries.holder import asked_of_holder
from tests.factories.meetings import held_meeting
from tests.factories.parts import asked_to_decide
from tests.factories.plan import accepted, in_days, not_kept
from tests.factories.town import as_

DAY = timedelta(days=1)
OTHERS = ("bo", "nina", "dorte", "lars", "peter", "solveig", "vibeke")


@pytest.fixture
def lived(town):
    """A plan with a past: something before the fresh start and something after it."""
    with clock.at(now() - 30 * DAY):
        met = held_meeting(town)
        accepted(town, met.lived, town.bo, due_on=in_days(5))
    with clock.at(now() - 3 * DAY):
        not_kept(town, met.lived, town.bo)
        asked_to_decide(town, met.lived, town.hire("Birgit Bevilger", town.social, "leader"))
    with as_(met.lived.citizen):
        consent.start_fresh(
            actor=met.lived.citizen, course_id=met.lived.id, since=today() - 9 * DAY
        )
    with as_(town.karen):
        name_second(actor=town.karen, course_id=met.lived.id, person_id=town.mads.person_id)
    return met.lived


def found(course):
    """Agreements, meetings with what is known of their minutes, and all else that is asked."""
    near = around([course])
    held = {(one.id, one.minutes_state) for one in near.met.values()}
    return (
        {row.id for row in watched_agreements([course], all_open=True)},
        held,
        [row for row in asked_of_holder([course]) if row.what != "offer"],
        mine_lately(),
    )


def shown(course):
    current = {row.meeting_id: row.state for row in Minutes.objects.filter(course_id=course)}
    return (
        set(Agreement.objects.filter(course_id=course).values_list("id", flat=True)),
        {(one.id, current.get(one.id)) for one in Meeting.objects.filter(course_id=course)},
        set(whose([course])),
    )


@pytest.mark.parametrize("name", OTHERS)
def test_who_does_not_hold_the_threads_finds_nothing_but_what_they_promised(town, lived, name):
    with as_(getattr(town, name)):
        agreements, meetings, asked, mine = found(lived.id)
        seen, _held, _courses = shown(lived.id)
    assert agreements <= seen if name == "bo" else not agreements
    assert (meetings, asked, mine) == (set(), [], {})


def test_who_holds_the_threads_finds_all_that_is_theirs_and_not_what_stayed_behind(town, lived):
    found_by = {}
    for name in ("karen", "mads"):
        with as_(getattr(town, name)):
            found_by[name] = found(lived.id)
            agreements, meetings, courses = shown(lived.id)
            assert found_by[name][0] == agreements
            assert found_by[name][1] == meetings
            assert set(found_by[name][3]) == courses
    assert len(found_by["karen"][0]) > len(found_by["mads"][0]), "the second came afterwards"
