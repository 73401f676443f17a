"""A quarter out of Landfast's own meetings: planned by the clock, seen and taken by a leader."""

import json
from datetime import datetime, timedelta

import pytest
from django.db import connection

from landfast.access.actor import SYSTEM
from landfast.directory import places
from landfast.jobs import planning as job
from landfast.journeys import plan_quarter as journey
from landfast.kernel import clock
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.meetings import models
from landfast.meetings.actions import quarter as actions
from landfast.meetings.queries import quarter as queries
from landfast.meetings.rules import quarter
from landfast.meetings.rules.words import PlanState
from landfast.meetings.scheduling import check, plan_data, solve
from landfast.meetings.scheduling.writing import problem_data
from tests.factories.circles import circle
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_


@pytest.fixture(autouse=True)
def on_a_monday(settings):
    """Monday 4 January 2027, and a planner that does not search for long."""
    settings.LANDFAST_PLAN_SECONDS = 5
    with clock.at(datetime(2027, 1, 4, 8, tzinfo=DENMARK)):
        yield


@pytest.fixture
def waiting(town):
    """Two meetings without a time, and a room."""
    with as_(town.dorte):
        places.add_room(
            actor=town.dorte, unit_id=town.coordination, name="Stuen", place="Rådhuset", seats=8,
            way=15,
        )  # fmt: skip
    found = [prepared_meeting(town), prepared_meeting(town)]
    with as_(town.karen):
        models.Meeting.objects.update(starts_at=None, place="")
    return found


def asked(actor):
    with as_(actor):
        return journey.ask_for_plan(actor=actor, first=today(), last=today() + timedelta(days=20))


def seen(actor, run):
    with as_(actor):
        return journey.look_at_run(actor, run)


def times(actor):
    with as_(actor):
        rows = models.Meeting.objects.order_by("id")
        return [(row.starts_at, row.room_id is not None, row.frame_agreed_at) for row in rows]


def test_a_leader_asks_sees_and_takes(town, waiting):
    run = asked(town.dorte)
    assert job.plan_waiting() == run
    found = seen(town.dorte, run)
    assert (found.run.state, found.run.placed, found.run.wanted) == (PlanState.DONE, 2, 2)
    assert [one.leader for one in found.placed] == ["Karen Koordinator"] * 2
    assert {one.row.room for one in found.placed} == {"Stuen, Rådhuset"}
    with as_(town.karen):
        assert not models.Meeting.objects.exclude(starts_at=None).exists()
    with as_(town.dorte):
        assert journey.take_plan(actor=town.dorte, run_id=run) == 2
    planned = {one.row.at for one in found.placed}
    assert {starts for starts, *_ in times(town.karen)} == planned
    assert [rest for _starts, *rest in times(town.karen)] == [[True, None]] * 2
    with as_(town.dorte), pytest.raises(NotNow):
        journey.take_plan(actor=town.dorte, run_id=run)
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute("select count(*) from access_event where kind = 'meeting.time_planned'")
        assert cursor.fetchone()[0] == 2


def test_a_meeting_gets_the_notice_of_its_format(town, waiting):
    with as_(town.karen):
        shipped = models.Meeting.objects.get(id=waiting[0].id).format
        assert shipped.notice_days > 1
    run = asked(town.dorte)
    job.plan_waiting()
    days = [one.row.at.astimezone(DENMARK).date() for one in seen(town.dorte, run).placed]
    assert min(days) == add_business_days(today(), shipped.notice_days)


def test_planning_again_moves_nobody(town, waiting):
    run = asked(town.dorte)
    job.plan_waiting()
    with as_(town.dorte):
        journey.take_plan(actor=town.dorte, run_id=run)
    before = times(town.karen)
    prepared_meeting(town)
    again = asked(town.dorte)
    job.plan_waiting()
    assert seen(town.dorte, again).moved == 0
    with as_(town.dorte):
        journey.take_plan(actor=town.dorte, run_id=again)
    assert [row[0] for row in times(town.karen)][:2] == [row[0] for row in before]


def broken(run, plan=None):
    """What the checker finds in a plan, or in a new one, for what is known now; and the plan."""
    with as_(SYSTEM):
        facts, _rooms = queries.facts_of(run)
    problem = quarter.problem_of(facts)
    plan = plan or solve(problem, 5)
    return check(problem_data(problem), plan_data(problem, plan)), plan


def test_nobody_is_planned_while_they_sit_in_a_standing_meeting(town, waiting):
    """A hard rule: a plan that stood is refused by the checker, not taken, and made otherwise."""
    run = asked(town.dorte)
    job.plan_waiting()
    well, plan = broken(run)
    assert well == []
    circle(town).plans(starts_at=seen(town.dorte, run).placed[0].row.at)
    assert broken(run, plan)[0]
    assert broken(run)[0] == []
    with as_(town.dorte):
        assert journey.take_plan(actor=town.dorte, run_id=run) == 1, "Karen sits elsewhere by now"


def reflectors(met):
    with as_(met.karen):
        rows = models.Participant.objects.filter(meeting=met.id, part="reflector")
        return list(rows.values_list("person_id", flat=True))


def planned_and_taken(leader):
    run = asked(leader)
    job.plan_waiting()
    with as_(leader):
        return journey.take_plan(actor=leader, run_id=run)


def test_a_dialogue_gets_its_reflector_also_when_it_keeps_its_time(town):
    met = prepared_meeting(town, "M-02")
    with as_(town.karen):
        models.Meeting.objects.update(starts_at=None, place="")
        models.Participant.objects.update(part="")
    assert planned_and_taken(town.dorte) == 1
    first = reflectors(met)
    assert len(first) == 1
    assert first[0] in {town.bo.person_id, town.anna.person_id}
    with as_(town.karen):
        models.Participant.objects.update(part="")
    assert planned_and_taken(town.dorte) == 0, "its time stands"
    assert len(reflectors(met)) == 1


def test_what_was_called_in_the_meantime_is_left_alone(town, waiting):
    run = asked(town.dorte)
    job.plan_waiting()
    stands = now() + timedelta(days=9)
    with as_(town.karen):
        models.Meeting.objects.filter(id=waiting[0].id).update(state="called", starts_at=stands)
    with as_(town.dorte):
        assert journey.take_plan(actor=town.dorte, run_id=run) <= 1
    with as_(town.karen):
        assert models.Meeting.objects.get(id=waiting[0].id).starts_at == stands


def test_meetings_that_stand_are_not_counted_as_found(town, waiting):
    with as_(town.karen):
        models.Meeting.objects.update(state="called", starts_at=now() + timedelta(days=9))
    run = asked(town.dorte)
    job.plan_waiting()
    found = seen(town.dorte, run)
    assert (found.run.placed, found.run.wanted, found.placed) == (0, 0, [])


def test_nobody_else_asks_sees_or_takes_a_plan(town, waiting):
    run = asked(town.dorte)
    job.plan_waiting()
    for actor in (town.karen, town.anna, waiting[0].lived.citizen):
        with as_(actor), pytest.raises(NotAllowed):
            journey.ask_for_plan(actor=actor, first=today(), last=today())
        with as_(actor):
            assert not models.PlanRun.objects.exists()
            with pytest.raises(NotFound):
                actions.take_plan(actor=actor, run_id=run)
            with connection.cursor() as cursor:
                for sql in (
                    "select count(*) from meetings_see_plan(%s)",
                    "select count(*) from meetings_take_plan(%s)",
                    "select meetings_note_plan(%s, '[]')",
                ):
                    cursor.execute(sql, [run])
                    assert cursor.fetchone()[0] in {0, None}, sql
                cursor.execute("select meetings_plan_facts(%s)", [run])
                assert json.loads(cursor.fetchone()[0])["meetings"] == []


def test_a_planner_that_was_stopped_is_begun_again(town, waiting):
    run = asked(town.dorte)
    with as_(SYSTEM):
        actions.touch_plan(run_id=run, placed=1, wanted=2)
    assert job.plan_waiting() is None
    with clock.at(now() + timedelta(minutes=3)):
        assert job.plan_waiting() == run


def test_a_planner_that_falls_over_says_so(town, waiting, monkeypatch, caplog):
    def falls(*_):
        raise RuntimeError("out of memory")

    monkeypatch.setattr(job, "solve", falls)
    run = asked(town.dorte)
    job.plan_waiting()
    assert seen(town.dorte, run).run.state is PlanState.FAILED
    assert "out of memory" in caplog.text
    asked(town.dorte)
