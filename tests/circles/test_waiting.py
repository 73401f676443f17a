"""A case that waits too long is told to who leads, with when, and with whom to ring."""

from datetime import timedelta

from landfast.circles.queries.waiting import late_cases
from landfast.circles.rules.cases import Told
from landfast.circles.rules.waiting import Late, too_long_since
from landfast.insight.monday import monday
from landfast.journeys import raise_case as journey
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from tests.factories.circles import circle, raised, talked_about
from tests.factories.courses import started_course
from tests.factories.town import as_


def told(who, weeks):
    with clock.at(now() + timedelta(weeks=weeks)), as_(who):
        return [(row.what, row.raised_by) for row in late_cases()]


def test_a_case_may_stand_three_meetings_and_she_waits_for_no_second_one():
    assert now() - too_long_since(Late.ON_THE_LIST, now()) >= timedelta(weeks=5)
    assert too_long_since(Late.UNTOLD, now()) > too_long_since(Late.ON_THE_LIST, now())


def test_who_keeps_the_circle_is_told_and_who_only_sits_there_is_not(town):
    raised(circle(town), started_course(town))
    assert told(town.lars, 5) == []
    assert told(town.lars, 7) == [(Late.ON_THE_LIST, "Karen Koordinator")]
    assert told(town.anna, 7) == told(town.karen, 7) == []


def test_what_she_was_not_told_of_is_late_until_she_is(town):
    forum, lived = circle(town), started_course(town)
    case, _sitting = talked_about(forum, lived)
    assert told(town.lars, 2) == []
    assert told(town.lars, 3) == [(Late.UNTOLD, "Karen Koordinator")]
    with clock.at(now() + timedelta(days=4)), as_(town.karen):
        journey.tell_her(
            actor=town.karen, case_id=case, text="De foreslog en pause i lejen.",
            told=Told.TALKED, told_on=today(), follow_up_on=today() + timedelta(days=30),
        )  # fmt: skip
    assert told(town.lars, 3) == []


def test_what_waits_after_a_case_stands_on_the_raisers_monday(town):
    forum, lived = circle(town), started_course(town)
    case, _sitting = talked_about(forum, lived)
    with clock.at(now() + timedelta(days=4)):
        for who, rows in ((town.karen, [case]), (town.anna, []), (town.lars, [])):
            with as_(who):
                assert [row.id for row in monday(who).cases] == rows
