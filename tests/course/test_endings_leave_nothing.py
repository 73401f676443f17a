"""After every ending of a course nothing of it waits for anybody, and no job lets anybody in."""

from datetime import timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection

from landfast.course.actions.cover import name_deputy
from landfast.course.rules.ending import MovingFacts
from landfast.course.rules.words import Outcome
from landfast.directory.actions.mandates import name_deciders
from landfast.directory.rules.mandates import Decider
from landfast.insight.monday import monday
from landfast.jobs.clock import chores
from landfast.journeys import close_course as closing
from landfast.journeys.move_away import move_away
from landfast.journeys.note_death import note_death
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.plan import actions as plan
from landfast.plan.actions import Asking
from landfast.plan.models import DecisionAsk
from landfast.plan.rules.deciding import DecisionAbout
from tests.course.test_endings import said_at_the_end
from tests.factories.plan import not_kept, proposed, with_team
from tests.factories.referrals import citizen_of, decided
from tests.factories.town import as_
from tests.factories.whole import whole_course
from tests.messages.conftest import as_jobs
from tests.own import KEPT, settled

__all__ = ["as_jobs"]
WAITS = {
    "course_coordinatorship": "ended_at is null",
    "course_second": "ended_at is null",
    "course_deputyship": "ends_on >= access_today()",
    "course_handover": "state = 'offered'",
    "meetings_meeting": "state in ('preparing', 'called', 'running')",
    "plan_agreement": "state in ('proposed', 'accepted', 'started')",
    "plan_decision_ask": "answered_at is null and withdrawn_at is null",
}
"""What somebody of the course is still to do, by table; the citizen reads all of it."""
KEEP = {"citizen", "lead"}


def stopped(town, lived):
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)


def moved(town, lived):
    with as_(town.karen):
        move_away(actor=town.karen, course_id=lived.id, facts=MovingFacts("Havneby"))


def died(town, lived):
    with as_(town.karen):
        note_death(actor=town.karen, course_id=lived.id, died_on=today())


def closed(town, lived):
    with as_(town.karen):
        closing.begin_closing(actor=town.karen, course_id=lived.id, reason="Målene er nået")
        closing.close_course(actor=town.karen, course_id=lived.id, facts=said_at_the_end())


def waiting(lived):
    """How many rows of each table wait."""
    with as_(lived.citizen), connection.cursor() as cursor:
        found = {}
        for table, waits in WAITS.items():
            cursor.execute(
                f"select count(*) from {table} where course_id = %s and {waits}",
                [lived.id],
            )
            (found[table],) = cursor.fetchone()
    return found


def let_in(lived):
    """Whoever reaches the course by a grant, now or later."""
    with as_(lived.citizen), connection.cursor() as cursor:
        cursor.execute(
            "select role from access_grant where scope_id = %s"
            " and (ends_at is null or ends_at > access_now())",
            [lived.id],
        )
        return {role for (role,) in cursor.fetchall()}


@pytest.fixture
def town(own_database, tmp_path, monkeypatch):
    """A town with real commits, where a question that nobody answers has somewhere to go."""
    monkeypatch.setattr(settings, "LANDFAST_LOG_HEADS", tmp_path)
    return KEPT.stood("leaders who decide", where_leaders_decide)


def where_leaders_decide():
    town = settled()
    town.hire("Sanne Social", town.social, "leader")
    with as_(town.sanne):
        chain = [Decider(who.person_id, None, 8) for who in (town.vibeke, town.sanne)]
        name_deciders(actor=town.sanne, unit_id=town.social, deciders=chain)
    return town


def asked_of_leaders(town, lived):
    """One question about a proposal, and one about a promise that was not kept."""
    for agreement, about in (
        (proposed(town, lived, town.bo), DecisionAbout.GRANT),
        (not_kept(town, lived, town.bo), DecisionAbout.PROMISE),
    ):
        asking = Asking("Må vi?", "Fordi", about=about)
        with as_(town.karen):
            plan.ask_decision(
                actor=town.karen, agreement_id=agreement, decider=town.vibeke.person_id,
                question="Må vi?", reason="Fordi", asking=asking,
            )  # fmt: skip


def nothing_is_asked_of(town, lived):
    for who in town.staff.values():
        with as_(who):
            seen = monday(who)
            asked = [one.course.course_id for one in (*seen.waits, *seen.calls, *seen.meets)]
            assert lived.id not in asked


def weeks_go_by(as_jobs):
    """All that happens by itself, in three weeks."""
    for days in (1, 9, 20):
        with clock.at(clock.now() + timedelta(days=days)), as_jobs(), as_(None):
            for chore in chores():
                chore.do()


def passed_on(lived):
    with as_(lived.citizen):
        return DecisionAsk.objects.filter(course_id=lived.id, passed_at__isnull=False).exists()


def all_waits(town):
    """Two courses in which something of each kind waits; all that a course can have, in one."""
    lived, beside = whole_course(town), with_team(town, town.bo, name="Per Hansen")
    for one in (lived, beside):
        asked_of_leaders(town, one)
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=today(), ends_on=today() + timedelta(days=4),
        )  # fmt: skip
    return town, lived, beside


@pytest.mark.parametrize("ends", [stopped, closed, moved, died])
def test_nothing_waits_and_no_job_lets_anybody_in(town, as_jobs, ends):
    town, lived, beside = KEPT.stood("all waits", partial(all_waits, town))
    assert min(waiting(lived).values()) > 0, "each kind waits before the end"
    ends(town, lived)
    assert set(waiting(lived).values()) == {0}, waiting(lived)
    assert let_in(lived) <= KEEP
    nothing_is_asked_of(town, lived)
    weeks_go_by(as_jobs)
    assert let_in(lived) <= KEEP
    assert not passed_on(lived)
    assert passed_on(beside), "the clock passes on what waits in a course that goes on"


def test_after_a_no_nothing_waits_and_no_job_lets_anybody_in(town, as_jobs):
    course = decided(town, Outcome.DECLINED)
    lived = SimpleNamespace(id=course, citizen=citizen_of(town, course))
    assert set(waiting(lived).values()) == {0}
    with clock.at(clock.now() + timedelta(days=9)):
        assert let_in(lived) <= KEEP, "intake has told her, or the time for it is over"
    weeks_go_by(as_jobs)
    with clock.at(clock.now() + timedelta(days=9)):
        assert let_in(lived) <= KEEP
