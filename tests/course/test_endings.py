"""Pausing, closing, stopping, coming back: each by a new move, and the access that follows."""

from datetime import date, timedelta

import pytest

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.course import models
from landfast.course.queries.history import stays_of
from landfast.course.queries.profiles import closing as how_it_ended
from landfast.course.rules.ending import ClosingFacts, MovingFacts, PauseGround
from landfast.journeys import close_course as closing
from landfast.journeys.move_away import move_away
from landfast.journeys.note_death import note_death
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import activate_course, resume_course
from landfast.journeys.start_course import start_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import queries as meetings
from landfast.plan import queries as plan
from tests.factories.courses import assessed_course, started_course, state_of
from tests.factories.meetings import prepared_meeting
from tests.factories.network import in_the_team
from tests.factories.town import as_


def said_at_the_end():
    return ClosingFacts(
        done="Bolig og læge", not_done="", who_carries_on="Bo i bostøtten",
        way_back="Ring til koordinatorteamet", final_talk_on=today(),
    )  # fmt: skip


def closed_course(town):
    lived = started_course(town)
    with as_(town.karen):
        closing.begin_closing(actor=town.karen, course_id=lived.id, reason="Målene er nået")
        closing.close_course(actor=town.karen, course_id=lived.id, facts=said_at_the_end())
    return lived


def reaches(actor, lived):
    with as_(actor):
        return bool(access.course_roles(actor, lived.id))


def test_the_citizen_stops_the_same_day_and_nobody_of_the_team_sees_more(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    assert state_of(lived) == "AFVIST_AF_BORGER"
    assert not reaches(town.karen, lived)
    assert reaches(lived.citizen, lived)
    with as_(town.dorte):
        assert access.course_roles(town.dorte, lived.id) == {CourseRole.LEAD}


def test_the_coordinator_can_stop_on_the_citizens_word(town):
    lived = started_course(town)
    with as_(town.karen):
        stop_course(actor=town.karen, course_id=lived.id)
    assert state_of(lived) == "AFVIST_AF_BORGER"


def test_stopping_works_before_the_start_too(town):
    lived = assessed_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    assert state_of(lived) == "AFVIST_AF_BORGER"
    assert not reaches(town.karen, lived)


def test_a_professional_cannot_stop_a_course(town):
    lived = started_course(town)
    with as_(town.bo), pytest.raises(NotFound):
        stop_course(actor=town.bo, course_id=lived.id)


def test_a_leader_of_the_unit_cannot_stop_a_course(town):
    lived = started_course(town)
    with as_(town.lars), pytest.raises(NotAllowed):
        stop_course(actor=town.lars, course_id=lived.id)


def test_stopping_twice_is_told(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        with pytest.raises(NotNow):
            stop_course(actor=lived.citizen, course_id=lived.id)


def test_a_pause_has_a_day_within_eight_weeks_and_keeps_its_coordinator(town):
    lived = started_course(town)
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=lived.id)
        with pytest.raises(Wrong) as refused:
            pause_course(
                actor=town.karen, course_id=lived.id, ground=PauseGround.ASKED,
                review_on=today() + timedelta(weeks=9),
            )  # fmt: skip
        assert refused.value.field == "review_on"
        pause_course(
            actor=town.karen, course_id=lived.id, ground=PauseGround.ASKED,
            review_on=today() + timedelta(weeks=4), way_back="Ring til Karen",
        )  # fmt: skip
        assert models.Coordinatorship.objects.get(ended_at=None).person_id == town.karen.person_id
        resume_course(actor=town.karen, course_id=lived.id)
        assert [stay.state.name for stay in stays_of(lived.id)] == [
            "ASSESSMENT", "START", "ACTIVE", "PAUSED", "ACTIVE",
        ]  # fmt: skip
        assert models.Course.objects.get(scope_id=lived.id).review_on is None


def test_a_pause_in_the_start_leads_back_to_the_start(town):
    lived = started_course(town)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED,
            review_on=today() + timedelta(days=7),
        )  # fmt: skip
        resume_course(actor=lived.citizen, course_id=lived.id)
    assert state_of(lived) == "OPSTART"


def test_a_planned_closing_ends_the_teams_access_and_keeps_who_was_coordinator(town):
    lived = closed_course(town)
    assert state_of(lived) == "AFSLUTTET"
    assert not reaches(town.karen, lived)
    with as_(lived.citizen):
        was = models.Coordinatorship.objects.get(course_id=lived.id)
        assert was.person_id == town.karen.person_id
        assert was.ended_at is not None
        assert models.Closing.objects.get().done == "Bolig og læge"


def test_the_unit_sees_that_it_closed_but_not_what_was_written(town):
    closed_course(town)
    with as_(town.dorte):
        assert models.Course.objects.get().state == "AFSLUTTET"
        assert models.Closing.objects.count() == 0


@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"done": " "}, "done"),
        ({"who_carries_on": ""}, "who_carries_on"),
        ({"way_back": ""}, "way_back"),
        ({"final_talk_on": None}, "final_talk_on"),
        (
            {"final_talk_on": today() + timedelta(days=2)},
            "final_talk_on",
        ),  # ahead past midnight too
    ],
)
def test_a_closing_that_lacks_something_says_so_at_its_field_and_saves_nothing(town, lacks, field):
    lived = started_course(town)
    facts = ClosingFacts(**{**said_at_the_end().__dict__, **lacks})
    with as_(town.karen):
        closing.begin_closing(actor=town.karen, course_id=lived.id, reason="Målene er nået")
        with pytest.raises(Wrong) as refused:
            closing.close_course(actor=town.karen, course_id=lived.id, facts=facts)
    assert refused.value.field == field
    assert state_of(lived) == "AFSLUTNING"


def test_a_citizen_who_wants_no_last_talk_hinders_nothing(town):
    lived = started_course(town)
    facts = ClosingFacts(
        **{**said_at_the_end().__dict__, "final_talk_on": None, "talk_declined": True}
    )
    with as_(town.karen):
        closing.begin_closing(actor=town.karen, course_id=lived.id, reason="Målene er nået")
        closing.close_course(actor=town.karen, course_id=lived.id, facts=facts)
    assert state_of(lived) == "AFSLUTTET"


def test_a_course_opens_again_without_intake_and_with_the_same_coordinator(town):
    lived = closed_course(town)
    with as_(lived.citizen):
        reopen_course(actor=lived.citizen, course_id=lived.id)
    assert state_of(lived) == "GENÅBNET"
    with as_(town.dorte):
        start_course(said_yes=True,
            actor=town.dorte, course_id=lived.id, person_id=town.karen.person_id,
            reason="Var koordinator før",
        )  # fmt: skip
    assert state_of(lived) == "OPSTART"
    assert reaches(town.karen, lived)


def test_one_who_stopped_can_come_back_the_short_way(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    with clock.at(now() + timedelta(days=100)), as_(lived.citizen):
        reopen_course(actor=lived.citizen, course_id=lived.id)
    assert state_of(lived) == "GENÅBNET"


def test_what_was_written_at_a_closing_is_not_said_of_a_later_stop(town):
    lived = closed_course(town)
    with as_(lived.citizen):
        assert how_it_ended(lived.id).done == said_at_the_end().done
        reopen_course(actor=lived.citizen, course_id=lived.id)
        assert how_it_ended(lived.id).done == said_at_the_end().done
        stop_course(actor=lived.citizen, course_id=lived.id)
        assert how_it_ended(lived.id) is None


def test_after_half_a_year_a_new_referral_is_needed(town):
    lived = closed_course(town)
    with as_(town.dorte):
        long_ago = models.Course.objects.get().state_since - timedelta(days=200)
        models.Course.objects.update(state_since=long_ago)
        with pytest.raises(NotNow):
            reopen_course(actor=town.dorte, course_id=lived.id)


def test_what_is_told_to_a_new_municipality_needs_the_citizens_yes(town):
    lived = started_course(town)
    with as_(town.karen):
        with pytest.raises(Wrong) as refused:
            move_away(
                actor=town.karen, course_id=lived.id,
                facts=MovingFacts("Havneby", told_on="Hele planen"),
            )  # fmt: skip
        assert refused.value.field == "citizen_said_yes"
        move_away(actor=town.karen, course_id=lived.id, facts=MovingFacts("Havneby"))
        assert plan.tasks_of(town.karen) == []
    assert state_of(lived) == "AFSLUTTET"
    assert not reaches(town.karen, lived)


def test_what_goes_along_is_the_task_of_who_ended_the_course_and_of_nobody_else(town):
    lived = started_course(town)
    words = "ø" * 2000  # as much as the field takes
    facts = MovingFacts("Havneby", told_on=words, citizen_said_yes=True)
    with as_(town.karen):
        move_away(actor=town.karen, course_id=lived.id, facts=facts)
        [task] = plan.tasks_of(town.karen)
    assert task.text == f"Fortæl det til Havneby: {words}"
    with as_(town.mads):
        assert plan.tasks_of(town.mads) == []
    with as_(lived.citizen):
        assert (how_it_ended(lived.id).moves_to, how_it_ended(lived.id).told_on) == (
            "Havneby", words,
        )  # fmt: skip


def test_a_death_closes_quietly(town):
    lived = started_course(town)
    with as_(town.karen):
        with pytest.raises(Wrong):
            note_death(actor=town.karen, course_id=lived.id, died_on=date(2999, 1, 1))
        note_death(actor=town.karen, course_id=lived.id, died_on=today())
    with as_(town.dorte):
        assert models.Course.objects.get().ending == "death"
        assert models.Citizen.objects.get().died_on == today()
        with pytest.raises(NotNow):
            reopen_course(actor=town.dorte, course_id=lived.id)


def test_meetings_ahead_fall_away_when_the_citizen_stops(town):
    met = prepared_meeting(town, call=True)
    citizen = met.lived.citizen
    with as_(citizen):
        stop_course(actor=citizen, course_id=met.course_id)
        assert {row.state for row in meetings.meetings_of(met.course_id)} == {"cancelled"}


def test_a_professional_of_the_team_keeps_no_access_after_a_stop_or_a_closing(town):
    stopped, closed = started_course(town), started_course(town, "Bent Berg")
    for lived in (stopped, closed):
        in_the_team(lived, town.bo, by=town.karen)
        assert reaches(town.bo, lived)
    with as_(stopped.citizen):
        stop_course(actor=stopped.citizen, course_id=stopped.id)
    with as_(town.karen):
        closing.begin_closing(actor=town.karen, course_id=closed.id, reason="Målene er nået")
        closing.close_course(actor=town.karen, course_id=closed.id, facts=said_at_the_end())
    assert not reaches(town.bo, stopped)
    assert not reaches(town.bo, closed)
