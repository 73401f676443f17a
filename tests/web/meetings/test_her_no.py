"""Who adds somebody again is told that she said no; she is asked once, with her no before her."""

import re

import pytest
from django.urls import reverse

from landfast.meetings import actions
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_


@pytest.fixture
def met(town):
    found = prepared_meeting(town)
    with as_(found.lived.citizen):
        actions.remove_participant(
            actor=found.lived.citizen, meeting_id=found.id, participant_id=found.guests["anna"]
        )
    return found


def at(name, met):
    return reverse(name, args=[met.course_id, met.id])


def page(client, met):
    return client.get(at("prepare_meeting", met)).content.decode()


def test_asked_once_and_answered_in_one_touch(met, signed_in):
    karen, hers = signed_in(met.karen), signed_in(met.lived.citizen)
    key = f"p{met.anna.person_id}"
    refused = karen.post(at("add_guest", met), {"guest": key, "why": "Vi mangler hende"})
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "Borgeren har sagt nej til personen på dette møde." in html
    assert "Vi mangler hende" in html
    assert "Spørg borgeren én gang til" in html
    karen.post(at("ask_again", met), {"guest": key})
    assert "Vent på svaret" in page(karen, met)
    assert "Du bliver spurgt én gang til" in page(hers, met)
    hers.post(at("answer_again", met), {"guest": key, "answer": "yes"})
    assert "Du har sagt nej til" not in page(hers, met)
    assert "sagt nej til, at" not in page(karen, met)


def test_her_second_no_stands_and_the_team_is_not_told(met, signed_in):
    karen, hers, key = (
        signed_in(met.karen), signed_in(met.lived.citizen), f"p{met.anna.person_id}",
    )  # fmt: skip
    karen.post(at("ask_again", met), {"guest": key})
    hers.post(at("answer_again", met), {"guest": key, "answer": "no"})
    assert "Nej’et gælder" in page(karen, met)
    bo = signed_in(met.bo)
    assert "sagt nej til" not in page(bo, met)
    assert bo.post(at("ask_again", met), {"guest": key}).status_code == 403


def test_who_sat_beside_her_when_she_said_yes_writes_so(met, signed_in):
    karen, key = signed_in(met.karen), f"p{met.anna.person_id}"
    said = {"guest": key, "why": "Jytte har tænkt over det", "citizen_said_so": "on"}
    assert karen.post(at("add_guest", met), said).status_code == 302
    assert "sagt nej til, at" not in page(karen, met)


@pytest.mark.parametrize("key", ["", "p", "pnonsense", "x"])
def test_a_key_that_is_none_is_refused(met, signed_in, key):
    assert signed_in(met.karen).post(at("ask_again", met), {"guest": key}).status_code in {400, 422}


def test_she_takes_it_back_in_one_touch(met, signed_in):
    """A slip of the finger is no no."""
    hers, karen = signed_in(met.lived.citizen), signed_in(met.karen)
    assert "Fortryd" not in page(karen, met), "it is hers to take back"
    html = page(hers, met)
    [act] = [one for one in html.split("<form")[1:] if "Fortryd: tag Anna" in one]
    hidden = dict(re.findall(r'name="(guest|why)" value="([^"]*)"', act))
    url = at("add_guest", met)
    assert f'action="{url}"' in act
    assert hers.post(url, hidden).status_code == 302
    html = page(hers, met)
    assert "Du har sagt nej til" not in html
    assert "Anna Afsnit" in html
    assert "sagt nej til, at" not in page(karen, met)
