"""The course as professionals meet it: each page by the one who needs it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.looks.told import looks
from landfast.course import models
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.statutory import end_statutory_role
from landfast.course.queries.history import history
from landfast.course.rules.ending import PauseGround
from landfast.journeys.close_course import begin_closing
from landfast.journeys.note_death import note_death
from landfast.journeys.pause_course import pause_course
from landfast.journeys.resume_course import resume_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from tests.factories.courses import started_course, state_of
from tests.factories.town import as_

HER_NUMBER = "22\u00a033\u00a044\u00a055"


def at(name, lived):
    return reverse(name, args=[lived.id])


def with_second(town):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    return lived


def test_the_coordinator_sees_the_course_and_the_look_is_logged(town, browse):
    lived = with_second(town)
    shown = browse(town.karen).get(at("course", lived))
    assert shown.status_code == 200
    text = shown.content.decode()
    for said in (
        "Jytte Jensen",
        "Karen Koordinator",
        "Mads Makker",
        "Historien",
        HER_NUMBER,
    ):
        assert said in text
    with as_(lived.citizen):
        assert "Forløbet" in [look.what for look in looks(lived.id)]


def test_a_leader_sees_the_frame_only(town, browse):
    lived = with_second(town)
    text = browse(town.lars).get(at("course", lived)).content.decode()
    assert "Jytte Jensen" in text
    assert "Indholdet er borgerens og teamets" in text
    for hidden in (
        "Det, der er sket",
        "egne ord",
        HER_NUMBER,
        "Borgeren vil stoppe",
    ):
        assert hidden not in text


def test_a_stranger_finds_nothing(town, browse):
    lived = started_course(town)
    assert browse(town.bo).get(at("course", lived)).status_code == 404


def test_a_course_page_asks_few_questions(town, browse, django_assert_max_num_queries):
    lived = with_second(town)
    client = browse(town.karen)
    # at the start also wishes, team, and whether she has heard the answer, for the next step
    with django_assert_max_num_queries(31):
        client.get(at("course", lived))


def test_a_citizen_is_found_on_the_list_by_a_few_letters(town, browse):
    begun = started_course(town)
    client, url = browse(town.karen), reverse("my_citizens")
    assert "Find en borger" not in client.get(url).content.decode()
    assert at("course", begun) in client.get(url, {"q": "jyt"}).content.decode()
    assert "Ingen passer" in client.get(url, {"q": "zz"}).content.decode()


def test_a_pause_page_says_what_a_day_must_be(town, browse):
    lived = started_course(town)
    client = browse(town.karen)
    data = {"ground": "asked", "review_on": (today() + timedelta(days=90)).isoformat()}
    sent = client.post(at("pause_course", lived), data)
    assert sent.status_code == 422
    assert "inden for otte uger" in sent.content.decode()
    data["review_on"] = "2026-02-31"
    assert client.post(at("pause_course", lived), data).status_code == 422
    data["review_on"] = (today() + timedelta(days=14)).isoformat()
    assert client.post(at("pause_course", lived), data).status_code == 302
    assert state_of(lived) == "BERO"
    assert "På pause" in client.get(at("course", lived)).content.decode()
    client.post(at("resume_course", lived))
    assert state_of(lived) == "OPSTART"


def test_closing_in_two_steps_and_back_again(town, browse):
    lived = started_course(town)
    client = browse(town.karen)
    client.post(at("activate_course", lived))
    client.post(at("begin_closing", lived), {"reason": "Målene er nået"})
    client.post(at("keep_going", lived))
    assert state_of(lived) == "AKTIV"
    client.post(at("begin_closing", lived), {"reason": "Målene er nået"})
    sent = client.post(at("close_course", lived), {"done": "Bolig", "way_back": "Ring"})
    assert sent.status_code == 422
    told = {
        "done": "Bolig", "who_carries_on": "Bo", "way_back": "Ring", "talk_declined": "on",
    }  # fmt: skip
    assert client.post(at("close_course", lived), told).status_code == 302
    assert "Forløbet er afsluttet." in client.get(at("course", lived)).content.decode()
    assert client.get(at("plan", lived)).status_code == 404
    lead = browse(town.dorte)
    assert "Åbn forløbet igen" in lead.get(at("course", lived)).content.decode()
    lead.get(at("reopen_course", lived))
    lead.post(at("reopen_course", lived), {"citizen_said_so": "on", "said_how": "Ringede selv"})
    text = lead.get(at("start_course", lived)).content.decode()
    assert "Har været koordinator for borgeren før" in text
    chosen = [one for one in text.split("<input")[1:] if " checked" in one.partition(">")[0]]
    assert not any('name="person"' in one for one in chosen), "nobody is chosen beforehand"


def test_the_coordinator_stops_on_the_citizens_word_by_two_touches(town, browse):
    lived = started_course(town)
    client = browse(town.karen)
    assert "skal ikke sige hvorfor" in client.get(at("stop_course", lived)).content.decode()
    assert client.post(at("stop_course", lived)).status_code == 302
    assert state_of(lived) == "AFVIST_AF_BORGER"


@pytest.mark.parametrize("name", ["stop", "pause"])
def test_the_citizen_meets_stop_and_pause_on_her_own_pages_only(town, browse, name):
    lived = started_course(town)
    client = browse(lived.citizen)
    for answer in (
        client.get(at(f"{name}_course", lived)),
        client.post(at(f"{name}_course", lived)),
    ):
        assert answer["Location"] == reverse(f"{name}_my_course", args=[lived.id])
    assert state_of(lived) != "AFVIST_AF_BORGER"


@pytest.mark.parametrize(
    "name", ["pause_course", "begin_closing", "stop_course", "move_away", "note_death",
             "record_observation", "note_statutory_role", "course_profile", "name_second",
             "hand_over", "observations"],
)  # fmt: skip
def test_every_page_opens_for_the_coordinator(town, browse, name):
    lived = started_course(town)
    assert browse(town.karen).get(at(name, lived)).status_code == 200


def test_moving_away_and_death(town, browse):
    moved, dead = started_course(town, "Bent Berg"), started_course(town, "Carl Carlsen")
    client = browse(town.karen)
    data = {"moves_to": "Havneby", "told_on": "Planen"}
    assert client.post(at("move_away", moved), data).status_code == 422
    assert (
        client.post(at("move_away", moved), {**data, "citizen_said_yes": "on"}).status_code == 302
    )
    assert client.post(at("note_death", dead), {"died_on": "2999-01-01"}).status_code == 422
    assert client.post(at("note_death", dead), {"died_on": today().isoformat()}).status_code == 302
    assert state_of(dead) == "AFSLUTTET"


def test_what_happened_is_noted_and_shown(town, browse):
    lived = started_course(town)
    client = browse(town.karen)
    told = {
        "kind": "admission", "happened_on": today().isoformat(), "precision": "exact",
        "words": "Indlagt i weekenden", "roles": ["ward_staff"], "source": "Søsteren",
    }  # fmt: skip
    page = client.get(at("record_observation", lived)).content.decode()
    assert "Jytte kan læse det her, med dit navn." in page
    assert client.post(at("record_observation", lived), {**told, "source": ""}).status_code == 422
    assert client.post(at("record_observation", lived), told).status_code == 302
    text = client.get(at("observations", lived)).content.decode()
    assert "Indlagt i weekenden" in text
    assert "Søsteren" in text


def test_the_profile_is_kept_as_one_types_and_energy_is_one_touch(town, browse):
    lived = started_course(town)
    client = browse(town.karen)
    client.post(
        reverse("keep_draft"), {"kladde": at("course_profile", lived), "statement": "Jeg er"}
    )
    assert "Jeg er" in client.get(at("course_profile", lived)).content.decode()
    client.post(at("course_energy", lived), {"energy": "2"})
    for wrong in ("9", "²", "9" * 5000):
        assert client.post(at("course_energy", lived), {"energy": wrong}).status_code == 422
    sent = client.post(at("course_profile", lived), {"statement": "Jeg kan lide ro"})
    assert sent.status_code == 302
    assert "Jeg kan lide ro" in client.get(at("course", lived)).content.decode()


def test_a_statutory_role_is_listed_until_it_ends(town, browse):
    lived = started_course(town)
    client = browse(town.karen)
    role = {"role": "Værge", "holder": "Peter Holm", "does": "Bestemmer om større beløb"}
    client.post(at("note_statutory_role", lived), role)
    text = client.get(at("course", lived)).content.decode()
    assert "Værge: Peter Holm" in text
    ended = text.split("/lovbestemt/")[1].split("/slut/")[0]
    client.post(reverse("end_statutory_role", args=[lived.id, ended]))
    with clock.at(now() + timedelta(days=9)), as_(town.karen):  # from a page that was opened before
        end_statutory_role(actor=town.karen, role_id=ended)
        first = models.StatutoryRole.objects.get(id=ended).ended_on
        assert first == today() - timedelta(days=9)
    assert "Værge: Peter Holm" not in client.get(at("course", lived)).content.decode()


def stations(text: str) -> dict[str, str]:
    """The phases on the line of a page, and where each is."""
    found = r'lf-station-name">([^<]+)</span><span class="lf-station-place">([^<]+)'
    return dict(re.findall(found, text))


def test_a_pause_stands_in_its_phase_and_no_phase_is_reached_without_being_in_it(town, browse):
    # given a pause that is begun in the start
    lived = started_course(town)
    client = browse(town.karen)
    here = {
        "Visitation": "Nået", "Opstart": "Her er vi", "Netværksmøder": "Senere",
        "Afslutning": "Senere",
    }  # fmt: skip
    with as_(town.karen):
        pause_course(
            actor=town.karen, course_id=lived.id, ground=PauseGround.ASKED,
            review_on=today() + timedelta(days=7),
        )  # fmt: skip
    # then the line stands in the start, in the pause and after it
    assert stations(client.get(at("course", lived)).content.decode()) == here
    with as_(town.karen):
        resume_course(actor=town.karen, course_id=lived.id)
        told = [row.sentence for row in history(lived.id)]
    assert stations(client.get(at("course", lived)).content.decode()) == here
    assert told[0] == "Forløbet gik videre"
    assert told.count("Opstarten begyndte") == 1
    # and closing from the start has not reached the meetings
    with as_(town.karen):
        begin_closing(actor=town.karen, course_id=lived.id, reason="Det er nok")
    assert stations(client.get(at("course", lived)).content.decode()) == {
        "Visitation": "Nået", "Opstart": "Nået", "Netværksmøder": "Ikke nået",
        "Afslutning": "Her er vi",
    }  # fmt: skip


def test_a_course_that_is_over_has_reached_what_it_has_been_in_and_no_more(town, browse):
    stopped, dead = started_course(town, "Bent Berg"), started_course(town, "Carl Carlsen")
    with as_(town.karen):
        stop_course(actor=town.karen, course_id=stopped.id)
        note_death(actor=town.karen, course_id=dead.id, died_on=today())
    lead = browse(town.dorte)
    text = lead.get(at("course", stopped)).content.decode()
    assert stations(text) == {
        "Visitation": "Nået", "Opstart": "Nået", "Netværksmøder": "Ikke nået",
        "Afslutning": "Ikke nået",
    }  # fmt: skip
    assert "Sluttede" in text
    text = lead.get(at("course", dead)).content.decode()
    assert "Borgeren er død." in text
    assert "lf-station" not in text
