"""Whatever is pressed in the room, the words in the other fields are there afterwards."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from landfast.access.looks.told import looks
from landfast.access.queries import drafts, events
from landfast.journeys import hold_meeting
from landfast.meetings import queries
from landfast.meetings.queries.minutes import newest
from landfast.meetings.rules import Stage, TurnKind
from landfast.meetings.rules.preparing import Onward
from landfast.plan import queries as plan
from tests.factories.meetings import running_meeting, say
from tests.factories.plan import accepted, in_days, proposed
from tests.factories.town import as_


def url(name, met, *more):
    return reverse(name, args=[met.course_id, met.id, *more])


def text(response):
    return " ".join(response.content.decode().split())


def turn_of(met, **sent):
    with as_(met.karen):
        room = queries.room(met.id, met.course_id)
    return {"seq": room.seq, "theme": room.next.theme, "kind": "input", **sent}


def test_words_in_every_other_field_are_kept_and_those_sent_are_not(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    sent = turn_of(met, **{"say-text": "Jeg sover ikke", "proposal-text": "Ringe til udlejer",
                           "theme-words": "Mine penge"})  # fmt: skip
    seen = text(client.post(url("say", met), sent, follow=True))
    assert 'value="Ringe til udlejer"' in seen
    assert 'value="Mine penge"' in seen
    assert "Jeg sover ikke</textarea>" not in seen
    assert "Det, der blev sagt, er skrevet ned." in seen


@pytest.mark.parametrize(
    ("press", "sent"),
    [
        ("propose_at_meeting", {"proposal-text": "Ringe"}),
        ("add_theme_now", {"theme-words": "Penge"}),
        ("add_theme_now", {"theme-words": ""}),
        ("move_stage", {"stage": "closing"}),
        ("move_stage", {"stage": "frame"}),
        ("note_present", {"present": []}),
        ("keep_typed", {}),
    ],
)
def test_half_a_turn_survives_every_other_press(town, signed_in, press, sent):
    met = running_meeting(town)
    client = signed_in(met.karen)
    client.post(url(press, met), {**sent, "say-text": "Halve ord"}, follow=True)
    for stage in ("follow_up", "themes"):
        client.post(url("move_stage", met), {"stage": stage})
    assert "Halve ord</textarea>" in text(client.get(url("hold_meeting", met)))


def test_a_line_is_put_right_from_the_large_page_and_the_other_words_stay(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    client.post(url("say", met), turn_of(met, **{"say-text": "Jeg sover ikk"}))
    with as_(met.karen):
        [entry] = queries.room(met.id, met.course_id).log
    mend = url("mend_line", met, entry.id)
    assert mend in text(client.get(url("hold_meeting", met)))
    opened = text(client.post(mend, {"say-text": "Halve ord"}))
    assert "Jeg sover ikk</textarea>" in opened
    empty = client.post(mend, {"text": " ", "saw": entry.version})
    assert empty.status_code == 422
    room = text(client.post(mend, {"text": "Jeg sover ikke", "saw": entry.version}, follow=True))
    assert "Linjen er rettet." in room
    assert "Jeg sover ikke" in room
    assert "Halve ord</textarea>" in room
    late = text(client.post(mend, {"text": "Jeg sover", "saw": entry.version}, follow=True))
    assert "Den samme note er rettet to steder" in late
    assert signed_in(met.bo).post(mend, {"text": "Nej", "saw": 2}).status_code in {403, 404}


def test_words_that_are_taken_away_again_are_no_draft(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    for words in ("Halve ord", " "):
        client.post(url("keep_typed", met), {"say-text": words, "say-seat": "x"})
    with as_(met.karen):
        assert drafts(met.karen, [url("say", met)]) == {}


def test_why_one_promise_was_not_kept_survives_that_another_was(town, signed_in):
    met = running_meeting(town, Stage.FOLLOW_UP)
    one, other = (accepted(town, met.lived, who) for who in (town.bo, town.anna))
    client = signed_in(met.karen)
    sent = {f"told_{one}-report": "kept", f"told_{one}-version": "",
            f"told_{other}-because": "Bilen gik i stykker"}  # fmt: skip
    seen = text(client.post(url("tell_at_meeting", met, one), sent, follow=True))
    assert "Holdt – sagt af Bo" in seen
    assert 'value="Bilen gik i stykker"' in seen


def test_what_cannot_be_now_is_told_in_the_room(town, signed_in):
    met = running_meeting(town, Stage.FRAME)
    client = signed_in(met.karen)
    seen = text(client.post(url("move_stage", met), {"stage": "closing"}, follow=True))
    assert "Tag et trin ad gangen" in seen
    assert "Læs den højt" in seen


def test_only_who_leads_presses_in_the_room(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.bo)
    for press in ("keep_typed", "say", "propose_at_meeting", "end_meeting", "note_present"):
        assert client.post(url(press, met), {"say-text": "x"}).status_code == 403


def test_a_solution_says_that_it_is_written_and_a_silence_is_no_refusal(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Ro")
    client = signed_in(met.karen)
    with as_(met.karen):
        seat = queries.room(met.id, met.course_id).next.seat
    client.post(url("say", met), turn_of(met, **{"say-text": "Te", "say-seat": seat}))
    seen = text(client.post(url("say", met), turn_of(met, kind="no_answer"), follow=True))
    assert "Skrevet ned: intet svar i dag." in seen
    assert "fik ordet – intet svar i dag" in seen
    assert "ville ikke" not in seen
    sent = turn_of(met, kind="solution", **{"say-text": "Bo ringer"})
    assert "Løsningen er skrevet ned" in text(client.post(url("say", met), sent, follow=True))


def test_an_aunt_at_the_table_is_asked_and_gets_a_code_in_the_room(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    sent = {"proposal-text": "Henter post", "proposal-maker": f"udenfor:{met.guests['sister']}",
            "proposal-due_on": in_days(9).isoformat()}  # fmt: skip
    refused = text(client.post(url("propose_at_meeting", met), sent))
    assert "Spørg borgeren først" in refused
    assert 'value="Henter post"' in refused
    sent["proposal-citizen_said_so"] = "on"
    client.post(url("propose_at_meeting", met), sent)
    with as_(met.karen):
        [row] = [one for one in plan.plan_of(met.course_id).agreements if one.is_outside]
    press = url("say_code_at_meeting", met, row.id)
    assert press in text(client.get(url("hold_meeting", met)))
    shown = text(client.post(press, {"say-text": "Halve ord"}))
    [code] = re.findall(r"lf-code\">([A-Z0-9]{3}-[A-Z0-9]{4})<", shown)
    assert "til mødet slutter" in shown
    assert "Halve ord</textarea>" in shown
    entered = Client().post(reverse("outside_code"), {"code": code})
    assert entered.status_code == 302
    assert signed_in(met.bo).post(press).status_code == 403


def test_htmx_is_told_where_to_go_when_the_meeting_ends(town, signed_in):
    met = running_meeting(town, Stage.CLOSING)
    sent = {"end-no_next": "on", "end-no_next_reason": "Vi ringes"}
    answer = signed_in(met.karen).post(
        url("end_meeting", met), sent, headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Redirect"] == url("minutes", met)


def test_each_page_of_the_room_is_logged_and_an_hour_of_them_is_one_look_to_her(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    client.get(url("hold_meeting", met))
    for words in ("Et", "To"):
        sent = {"theme-words": words, "say-text": "x"}
        assert "Mødet" in text(client.post(url("add_theme_now", met), sent, follow=True))
    with as_(met.lived.citizen):
        logged = sum(row.times for row in looks(met.course_id) if row.what == "Mødet")
    assert logged >= 3
    page = text(signed_in(met.lived.citizen).get("/mit/valg/"))
    assert page.count("så siden »Mødet«") + page.count("»Mødet«,") <= 1


def test_the_same_proposal_twice_is_asked_about_and_nothing_typed_is_lost(town, signed_in):
    met = running_meeting(town)
    client, propose = signed_in(met.karen), url("propose_at_meeting", met)
    sent = {"proposal-text": "Ringer til udlejer", "proposal-due_on": in_days(3).isoformat()}
    client.post(propose, sent)
    asked = client.post(propose, {**sent, "say-text": "Halve ord"})
    assert asked.status_code == 422
    page = text(asked)
    assert "Det står der allerede." in page
    assert 'value="Ringer til udlejer"' in page
    assert "Halve ord</textarea>" in page
    assert len(made_at(met)) == 1
    client.post(propose, {**sent, "proposal-again": "on"})
    assert len(made_at(met)) == 2


def made_at(met):
    with as_(met.karen):
        made = set(queries.agreement_ids(met.id))
        return [row for row in plan.plan_of(met.course_id).agreements if row.id in made]


def test_a_proposal_is_taken_back_in_the_room_and_the_minutes_do_not_name_it(town, signed_in):
    met = running_meeting(town, Stage.CLOSING)
    client, propose = signed_in(met.karen), url("propose_at_meeting", met)
    for words in ("Ringer til udlejer", "Køber te"):
        client.post(propose, {"proposal-text": words, "proposal-maker": str(met.bo.person_id)})
    first, other = made_at(met)
    back = url("withdraw_at_meeting", met, first.id)
    assert back in text(client.get(url("hold_meeting", met)))
    assert signed_in(met.bo).post(back).status_code == 403
    page = text(client.post(back, {"end-closing_words": "Tak for i dag"}, follow=True))
    assert "Forslaget er trukket tilbage." in page
    assert "Tak for i dag</textarea>" in page
    assert back not in page
    again = text(client.post(back, follow=True))
    assert "Aftalen er ikke længere ønsket" in again
    with as_(met.karen):
        [told] = events(met.course_id, ["plan.agreement_withdraw"], about=first.id)
        none = Onward(next_on=None, no_next=True, no_next_reason="Vi ses ikke igen")
        hold_meeting.end(actor=met.karen, meeting_id=met.id, onward=none)
        written = newest(met.id)
    assert told.facts["maker"] == str(met.bo.person_id)
    assert [one["what"] for one in written.content["agreements"]] == [other.text]


def test_what_was_not_proposed_at_the_meeting_is_not_taken_back_there(town, signed_in):
    met = running_meeting(town)
    elsewhere = proposed(town, met.lived, met.bo)
    answer = signed_in(met.karen).post(url("withdraw_at_meeting", met, elsewhere))
    assert answer.status_code == 404
