"""Who leaves the team still sees what they promised, and nothing else."""

from datetime import timedelta

import pytest

from landfast.course.actions.cover import name_deputy
from landfast.course.queries.names import whose
from landfast.insight.asks import Asks
from landfast.insight.monday import monday
from landfast.journeys.see_my_agreements import see_my_agreements
from landfast.kernel.clock import today
from landfast.kernel.refusals import Refusal
from landfast.network import actions as network
from landfast.people.actions import note_leave
from landfast.people.rules import LeaveKind
from landfast.plan import actions, models
from landfast.plan.queries import agreements_of_maker, watched_agreements
from landfast.plan.queries.leaving import agreements_left
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, proposed
from tests.factories.town import as_, leaves


@pytest.fixture
def left(town):
    """Bo made one agreement, was asked for another, heard Anna's, and has left the team."""
    lived = started_course(town)
    member = in_the_team(lived, town.bo, by=town.karen)
    in_the_team(lived, town.anna, by=town.karen, role="ward_staff")
    mine = accepted(town, lived, town.bo)
    accepted(town, lived, town.anna, text="Taler om medicin")
    proposed(town, lived, town.bo, text="Et forslag")
    with as_(town.karen):
        network.end_member(actor=town.karen, course_id=lived.id, member_id=member)
    return lived, mine


def test_the_maker_sees_the_running_agreement_and_nothing_else(town, left):
    lived, mine = left
    with as_(town.bo):
        assert [row.id for row in models.Agreement.objects.all()] == [mine]
        assert not models.Wish.objects.exists()
        assert not models.AgreementChange.objects.exists()
        assert whose([lived.id]) == {}
        [row] = agreements_of_maker(town.bo)
        assert row.text == "Ringer til boligforeningen"
        found = agreements_left()[mine]
    assert (found.called, found.coordinator) == ("Jytte", "Karen Koordinator")


def test_who_is_away_is_not_the_one_to_ring(town, left):
    lived, mine = left

    def rings():
        with as_(town.bo):
            return agreements_left()[mine]

    is_ill(town, town.karen)
    assert (rings().coordinator, rings().phone) == ("Koordinatorteamet", "70 10 20 30")
    with as_(town.dorte):
        name_deputy(
            actor=town.dorte, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=today(), ends_on=today(),
        )  # fmt: skip
    assert rings().coordinator == town.mads.name
    is_ill(town, town.mads)
    assert rings().coordinator == "Koordinatorteamet"


def is_ill(town, somebody):
    with as_(town.dorte):
        note_leave(
            person_id=somebody.person_id, starts_on=today(), ends_on=today(),
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip


def test_the_ground_is_for_seeing_only(town, left):
    _lived, mine = left
    with as_(town.bo):
        assert models.Agreement.objects.update(text="Noget andet") == 0
        with pytest.raises(Refusal):
            actions.report_agreement(actor=town.bo, agreement_id=mine, report=actions.Report.KEPT)


def test_others_who_never_made_it_see_nothing(town, left):
    for somebody in (town.vibeke, town.peter, town.lars, town.dorte):
        with as_(somebody):
            assert not models.Agreement.objects.exists()
            assert agreements_left() == {}


def test_the_coordinator_is_asked_to_agree_anew_and_then_the_ground_ends(town, left):
    _lived, mine = left
    with as_(town.karen):
        [ask] = monday(town.karen).waits
        assert (ask.asked.what, ask.asked.about) == (Asks.ANEW, mine)
        assert ask.said.text == "Ringer til boligforeningen"
        models.Agreement.objects.filter(id=mine).update(state="replaced")
        assert monday(town.karen).waits == []
    with as_(town.bo):
        assert not models.Agreement.objects.exists()
        assert see_my_agreements(actor=town.bo).left == {}


def test_the_page_of_my_agreements_shows_it_apart(town, left, client):
    del client
    with as_(town.bo):
        seen = see_my_agreements(actor=town.bo)
    assert [row.called for row in seen.left.values()] == ["Jytte"]


def test_nobody_else_is_asked_about_agreements_without_a_maker(town, left):
    lived, _mine = left
    for somebody in (town.bo, town.dorte, town.vibeke):
        with as_(somebody):
            assert asked_of_holder([lived.id]) == []
            assert watched_agreements([lived.id], all_of=[lived.id]) == []


def test_with_the_employment_the_ground_ends_too(town, left):
    """Who works here no longer reads nothing of it, however long their login lives."""
    lived, mine = left
    with as_(town.karen):
        plan_task(lived, town.bo)
    with as_(town.bo):
        assert [row.id for row in models.Agreement.objects.all()] == [mine]
        assert models.Task.objects.exists()
    leaves(town.bo, today() - timedelta(days=1))
    with as_(town.bo):
        assert not models.Agreement.objects.exists()
        assert not models.Task.objects.exists()
        assert agreements_left() == {}


def plan_task(lived, maker):
    task = models.Task(course_id=lived.id, maker_id=maker.person_id, about="Jytte", text="Ring")
    models.Task.objects.bulk_create([task])
