"""The one next step of a course page: in the order in which a course is begun and lived."""

import pytest

from landfast.course.actions import profile
from landfast.course.actions.coordinator import name_second
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting, running_meeting
from tests.factories.network import in_the_team
from tests.factories.plan import wished
from tests.factories.town import as_


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
