"""Reminders: before the day, the morning after, to who is there, to the leader; each once."""

from datetime import datetime, timedelta

import pytest

from landfast.access.actor import SYSTEM
from landfast.access.apart import keep_apart
from landfast.access.models import Event
from landfast.access.rules import Apart
from landfast.course.actions import handover
from landfast.course.actions.coordinator import name_second
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import actions
from landfast.plan.actions.for_unit import accept_for_unit
from landfast.plan.actions.reminding import remind
from landfast.plan.rules.deadlines import may_remind, new_date, still_since
from tests.factories.plan import accepted, join, proposed, with_team
from tests.factories.town import as_, build_town
from tests.messages.conftest import as_jobs
from tests.own import KEPT

__all__ = ["as_jobs"]
TUESDAY = datetime(2026, 12, 1, 9, tzinfo=DENMARK)
DUE = datetime(2026, 12, 8, 9, tzinfo=DENMARK)  # a Tuesday


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (TUESDAY, True),
        (TUESDAY.replace(hour=7), True),
        (TUESDAY.replace(hour=6), False),
        (TUESDAY + timedelta(days=4), False),  # Saturday
        (datetime(2026, 12, 25, 9, tzinfo=DENMARK), False),  # Christmas Day, a Friday
    ],
)
def test_reminders_are_made_when_the_working_day_begins(moment, may):
    assert may_remind(moment) is may


def test_a_new_date_and_a_plan_that_stands_still_are_counted_in_business_days():
    friday = datetime(2026, 12, 4, tzinfo=DENMARK).date()
    assert new_date(friday) == datetime(2026, 12, 11, tzinfo=DENMARK).date()
    assert still_since(friday) == datetime(2026, 11, 6, tzinfo=DENMARK).date()


@pytest.fixture
def lived(own_database):
    return KEPT.stood("a promise that is due", promised)


def promised():
    with clock.at(TUESDAY):
        town = build_town()
        town.hire("Sanne Social", town.social, "leader")
        lived = with_team(town, town.bo, town.solveig)
        promise = accepted(
            town, lived, town.bo, due_on=DUE.date(), follow_up_on=DUE.date() + timedelta(days=30)
        )
    return town, lived, promise


def reminded(as_jobs, moment):
    """How many reminders the clock makes at this moment."""
    with clock.at(moment), as_jobs(), as_(None):
        return remind()


def told(lived, kind):
    """Whom the newest event of this kind is for."""
    with clock.at(DUE + timedelta(days=60)), as_(lived.citizen):
        rows = Event.objects.filter(kind=kind).order_by("-id")
        return [set(row.facts["to"]) for row in rows]


def ids(*actors):
    return {str(actor.person_id) for actor in actors}


def test_the_maker_is_reminded_once_two_business_days_before(lived, as_jobs):
    town, one, _promise = lived
    assert reminded(as_jobs, DUE - timedelta(days=5)) == 0  # Thursday: three business days
    friday = DUE - timedelta(days=4)
    assert reminded(as_jobs, friday) == 1
    assert reminded(as_jobs, friday + timedelta(hours=1)) == 0
    assert told(one, "plan.remind_before") == [ids(town.bo)]


def test_the_morning_after_maker_and_coordinator_and_after_ten_days_the_leader(lived, as_jobs):
    town, one, _promise = lived
    assert reminded(as_jobs, DUE) == 1
    assert reminded(as_jobs, (DUE + timedelta(days=1)).replace(hour=6)) == 0
    assert reminded(as_jobs, DUE + timedelta(days=1)) == 1
    assert told(one, "plan.remind_after") == [ids(town.bo, town.karen)]
    assert reminded(as_jobs, DUE + timedelta(days=13)) == 0
    assert reminded(as_jobs, DUE + timedelta(days=14)) == 1
    assert told(one, "plan.remind_leader") == [ids(town.sanne)]


def test_a_name_that_is_missing_is_told_to_the_leader_and_to_the_coordinator_once(lived, as_jobs):
    town, one, _promise = lived
    with clock.at(TUESDAY):
        leader = town.hire("Lise Leder", town.social, "leader")
        join(town, one, leader)
        unit_s = proposed(
            town, one, None, due_on=DUE.date() + timedelta(days=60), follow_up_on=None
        )
        with as_(leader):
            accept_for_unit(
                actor=leader, agreement_id=unit_s, unit_id=town.social,
                follow_up_by=town.karen.person_id, follow_up_on=DUE.date() + timedelta(days=61),
            )  # fmt: skip
    assert reminded(as_jobs, DUE) == 1, "the last day to name somebody is hers; this is Bo's"
    assert told(one, "plan.remind_name") == []
    reminded(as_jobs, DUE + timedelta(days=1))
    assert told(one, "plan.remind_name") == [ids(leader, town.karen)]
    reminded(as_jobs, DUE + timedelta(days=2))
    assert len(told(one, "plan.remind_name")) == 1


def test_kept_apart_the_leader_who_was_named_is_told_and_no_other(lived, as_jobs):
    town, one, _promise = lived
    with clock.at(TUESDAY), as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=one.id, why=Apart.COLLEAGUE, leader=town.lars.person_id
        )
    reminded(as_jobs, DUE + timedelta(days=14))
    assert told(one, "plan.remind_leader") == [ids(town.lars)]


def test_what_is_told_as_kept_is_not_reminded_of(lived, as_jobs):
    town, _one, promise = lived
    with clock.at(TUESDAY), as_(town.bo):
        actions.report_agreement(actor=town.bo, agreement_id=promise, report=actions.Report.KEPT)
    assert reminded(as_jobs, DUE + timedelta(days=1)) == 0


def test_who_is_away_is_left_alone_and_the_coordinator_hears_of_it(lived, as_jobs):
    town, one, _promise = lived
    with clock.at(TUESDAY), as_(SYSTEM):
        people.note_leave(
            person_id=town.bo.person_id, starts_on=TUESDAY.date(), ends_on=None,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    assert reminded(as_jobs, DUE - timedelta(days=1)) == 1
    assert told(one, "plan.remind_before") == [ids(town.karen)]


@pytest.mark.parametrize("gone", ["handed over", "ill"])
def test_who_holds_the_course_follows_up_where_the_other_has_left_or_is_away(lived, as_jobs, gone):
    """Karen was to: a month later the course is Mads'. Ill, her second looks after it."""
    town, one, _promise = lived
    with clock.at(TUESDAY):
        if gone == "ill":
            with as_(town.karen):
                name_second(actor=town.karen, course_id=one.id, person_id=town.mads.person_id)
                people.note_leave(
                    person_id=town.karen.person_id, starts_on=TUESDAY.date(), ends_on=None,
                    kind=LeaveKind.SUDDEN,
                )  # fmt: skip
        else:
            with as_(town.dorte):
                asked = handover.offer(
                    actor=town.dorte, course_id=one.id, taker=town.mads.person_id, reason="Skift"
                )
            with as_(town.mads):
                handover.accept(actor=town.mads, handover_id=asked)
    reminded(as_jobs, DUE + timedelta(days=30))
    holds = {"handed over": ids(town.mads), "ill": ids(town.karen, town.mads)}
    assert told(one, "plan.remind_follow_up") == [holds[gone]]


def test_who_was_to_follow_up_and_is_there_is_reminded_alone(lived, as_jobs):
    town, one, _promise = lived
    reminded(as_jobs, DUE + timedelta(days=30))
    assert told(one, "plan.remind_follow_up") == [ids(town.karen)]


def test_her_own_step_is_told_to_her_alone_and_only_when_she_asked(lived, as_jobs):
    _town, one, _promise = lived
    with clock.at(TUESDAY), as_(one.citizen):
        for day in (None, TUESDAY.date() + timedelta(days=1)):
            actions.add_step(actor=one.citizen, course_id=one.id, text="Gå en tur", remind_on=day)
    assert reminded(as_jobs, TUESDAY + timedelta(days=1)) == 1
    assert told(one, "plan.remind_step") == [ids(one.citizen)]


def test_nobody_but_the_jobs_makes_reminders(lived):
    town, _one, _promise = lived
    with clock.at(DUE), as_(town.karen):
        assert remind() == 0
