"""The one next step of a course page: in the order in which a course is begun and lived."""

from datetime import timedelta

import pytest

from landfast.course.actions import profile
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import step_out_who_left
from landfast.journeys.resume_course import activate_course
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.meetings import actions as meetings
from landfast.meetings import queries
from landfast.meetings.actions import Frame
from landfast.meetings.models import Meeting
from landfast.meetings.rules import Attends
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting, prepared_meeting, running_meeting
from tests.factories.network import in_the_team
from tests.factories.plan import wished
from tests.factories.town import as_, leaves


def step(browse, actor, course_id) -> str:
    """The words of the next step."""
    text = browse(actor).get(f"/forloeb/{course_id}/").content.decode()
    return text.split('class="lf-next-sentence">')[1].split("</p>")[0]


@pytest.fixture
def begun(town):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    return lived


def test_the_start_uncovers_words_wishes_and_people_one_at_a_time(town, browse, begun):
    assert step(browse, town.karen, begun.id) == "Tal med Jytte om, hvad de andre skal vide"
    with as_(begun.citizen):
        profile.write_profile(
            actor=begun.citizen, course_id=begun.id, statement="Spørg mig først.", strengths="",
            largest_meeting=None,
        )  # fmt: skip
    assert step(browse, town.karen, begun.id).startswith("Hvad ønsker Jytte sig?")
    text = browse(town.karen).get(f"/forloeb/{begun.id}/").content.decode()
    assert text.count("Begynd netværksmøderne") == 1, "a wish is never a condition"
    wished(begun)
    assert step(browse, town.karen, begun.id) == "Hvem vil Jytte have med?"
    in_the_team(begun, town.bo, by=town.karen)
    assert step(browse, town.karen, begun.id) == "Er I klar til det første netværksmøde?"


def test_when_the_second_has_left_a_new_one_is_asked_for_also_of_the_lead(town, browse, begun):
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=begun.id)
    assert step(browse, town.karen, begun.id).startswith("Forbered det næste møde")
    leaves(town.mads, today() - timedelta(days=1))
    with as_(None):
        step_out_who_left()
    for who in (town.karen, town.dorte):
        assert step(browse, who, begun.id) == "Find en makker, som Jytte kan møde"


def test_a_running_meeting_is_the_next_thing(town, browse):
    met = running_meeting(town)
    assert step(browse, town.karen, met.course_id) == "Mødet med Jytte er i gang"


def test_minutes_wait_on_monday_until_they_are_written(town, browse):
    held_meeting(town)
    text = browse(town.karen).get("/mandag/").content.decode()
    assert "Mødet er holdt, og referatet mangler." in text


def test_a_new_course_waits_on_monday_until_somebody_begins(town, browse, begun):
    text = browse(town.karen).get("/mandag/").content.decode()
    assert "Forløbet er nyt. Ring, og sig velkommen." in text


def on_page(browse, actor, met) -> str:
    """The words of the next step on the meeting's own page."""
    url = f"/forloeb/{met.course_id}/moeder/{met.id}/forbered/"
    text = browse(actor).get(url).content.decode()
    return text.split('class="lf-next-sentence">')[1].split("</p>")[0]


def test_a_called_meeting_is_held_on_its_day_and_no_day_before(town, browse):
    met = prepared_meeting(town, call=True)
    assert step(browse, town.karen, met.course_id) == "I skal mødes med Jytte"
    assert on_page(browse, town.karen, met) == "2 er spurgt og har ikke svaret."
    for url in (f"/forloeb/{met.course_id}/", f"/forloeb/{met.course_id}/moeder/"):
        text = browse(town.karen).get(url).content.decode()
        assert "Hold mødet" not in text
        assert ">Åbn mødet<" not in text
    with as_(town.karen):
        Meeting.objects.filter(id=met.id).update(starts_at=clock.now())
    assert on_page(browse, town.karen, met) == "Hold mødet"


def test_when_she_cannot_come_the_next_thing_is_a_new_day_with_her(town, browse):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        meetings.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.NOT_TODAY
        )
    asked = "Jytte kan ikke komme den dag. Find en ny dag sammen."
    assert step(browse, town.karen, met.course_id) == asked
    assert on_page(browse, town.karen, met) == asked
    with as_(town.karen):
        found = queries.meeting(met.id, met.course_id)
        kept = {name: getattr(found, name) for name in Frame.__dataclass_fields__}
        kept["starts_at"] = found.starts_at + timedelta(days=2)
        meetings.set_frame(actor=town.karen, meeting_id=met.id, frame=Frame(**kept))
        assert queries.meeting(met.id, met.course_id).attends is Attends.IN_PERSON
