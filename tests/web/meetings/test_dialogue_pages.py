"""A meeting that closed by itself waits for its minutes, and the room in a dialogue."""

from datetime import timedelta

from django.urls import reverse

from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.meetings.rules import MeetingState, Stage, TurnKind
from tests.factories.meetings import prepared_meeting, running_meeting, say
from tests.factories.plan import accepted
from tests.factories.town import as_


def clock_strikes(chore):
    with as_(None):
        return chore()


def text(response):
    return " ".join(response.content.decode().split())


def url(name, met, *more):
    return reverse(name, args=[met.course_id, met.id, *more])


def test_a_meeting_left_open_closes_itself_and_waits_for_its_minutes(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Det her skal huskes")
    with clock.at(now() + timedelta(days=2)):
        clock_strikes(actions.close_left_open)
    karen = signed_in(met.karen)
    assert "referat" in karen.get(reverse("monday")).content.decode().lower()
    page = reverse("minutes", args=[met.course_id, met.id])
    assert "lukket af sig selv" in karen.get(page).content.decode()
    karen.post(reverse("write_minutes", args=[met.course_id, met.id]))
    assert "Det her skal huskes" in karen.get(page).content.decode()
    assert (
        "Lukket af sig selv"
        in karen.get(reverse("meetings", args=[met.course_id])).content.decode()
    )


def test_only_who_leads_writes_the_minutes_of_a_meeting_that_closed_itself(town, signed_in):
    met = running_meeting(town)
    with clock.at(now() + timedelta(days=2)):
        clock_strikes(actions.close_left_open)
    bo = signed_in(met.bo)
    assert "Lav et udkast" not in text(bo.get(url("minutes", met)))
    assert bo.post(url("write_minutes", met)).status_code == 403


def test_a_dialogue_is_prepared_with_parts_and_without_an_agenda(town, signed_in):
    met = prepared_meeting(town, "M-02")
    client = signed_in(met.lived.citizen)
    seen = text(client.get(url("prepare_meeting", met)))
    assert "Du siger ved starten, hvad I skal tale om" in seen
    assert "Skriv et tema" not in seen
    guests = reverse("my_meeting_guests", args=[met.course_id, met.id])
    assert "Rolle på mødet" in text(client.get(guests))
    client.post(url("give_part", met, met.guests["bo"]), {"part": "facilitator"})
    with as_(met.karen):
        parts = {guest.name: guest.part for guest in queries.meeting(met.id).guests}
    assert parts["Bo Bostøtte"] == "facilitator"
    assert client.post(url("give_part", met, met.guests["sister"]), {"part": "reflector"}
                       ).status_code == 422  # fmt: skip


def test_without_a_reflector_the_next_thing_is_to_choose_one(town, signed_in):
    met = prepared_meeting(town, "M-02")
    client = signed_in(met.karen)
    client.post(url("give_part", met, met.guests["anna"]), {"part": ""})
    assert "Vælg en fagperson, der lytter og reflekterer" in text(
        client.get(url("prepare_meeting", met))
    )


def test_an_open_dialogue_begins_with_a_calm_page_that_is_filled_afterwards(town, signed_in):
    met = running_meeting(town, code="M-02")
    client = signed_in(met.karen)
    room = url("hold_meeting", met)
    assert "Læg skærmen væk" in text(client.get(room))
    assert "Hvem taler?" not in text(client.get(room))
    wrong = client.post(
        url("write_afterwards", met), {"heard-theme": "", "heard-citizen": "Jeg sover ikke"}
    )
    assert wrong.status_code == 422
    assert "Jeg sover ikke" in text(wrong)
    done = client.post(
        url("write_afterwards", met),
        {"heard-theme": "Nætter", "heard-citizen": "Jeg sover ikke",
         f"heard-seat_{met.guests['anna']}": "Jeg hørte en sorg", "heard-answer": "Ja"},
    )  # fmt: skip
    assert done.status_code == 302
    assert "Alle temaer er talt igennem" in text(client.get(room))


def test_who_would_rather_write_along_can(town, signed_in):
    met = running_meeting(town, code="M-02")
    client = signed_in(met.karen)
    assert "Hvad vil Jytte tale om?" in text(client.get(url("hold_meeting", met) + "?skriv=1"))


def test_in_a_network_talk_they_can_reflect_midway(town, signed_in):
    met = running_meeting(town, code="M-03")
    client = signed_in(met.karen)
    client.post(url("add_theme_now", met), {"theme-words": "Nætter"})
    say(met, TurnKind.INPUT, "Jeg ligger vågen")
    seen = text(client.get(url("hold_meeting", met)))
    assert "Gem som Bo Bostøttes refleksion" in seen
    with as_(met.karen):
        room = queries.room(met.id, met.course_id)
    kind = f"reflection:{met.guests['bo']}"
    client.post(
        url("say", met),
        {"kind": kind, "theme": room.next.theme, "seq": room.seq, "say-seat": met.guests["sister"],
         "say-text": "Jeg hørte, at nætterne er lange"},
    )  # fmt: skip
    seen = text(client.get(url("hold_meeting", met)))
    assert "Jytte, som lytter imens" in seen
    assert 'Bo Bostøtte</strong> <span class="lf-quiet">reflekterede' in seen


def test_a_format_that_makes_no_agreements_asks_for_none(town, signed_in):
    met = running_meeting(town, code="M-03")
    page = text(signed_in(met.karen).get(url("hold_meeting", met)))
    assert "laves ingen aftaler" in page
    assert "Foreslå aftalen" not in page


def test_the_responsibility_is_asked_for_where_the_format_has_it(town, signed_in):
    met = running_meeting(town, Stage.CLOSING, "M-02")
    client = signed_in(met.karen)
    sent = {"end-no_next": "on", "end-no_next_reason": "Vi ringes"}
    answer = client.post(url("end_meeting", met), sent)
    assert answer.status_code == 422
    assert "hvem der har ansvaret for hvad" in text(answer)
    done = client.post(url("end_meeting", met), {**sent, "end-responsibility": "Bo ringer"})
    assert done.status_code == 302
    assert "Bo ringer" in text(client.get(done.url))
    other = running_meeting(town, Stage.CLOSING)
    assert "end-responsibility" not in text(client.get(url("hold_meeting", other)))
    with as_(met.karen):
        assert queries.meeting(met.id).state is MeetingState.HELD


def test_since_last_is_told_at_the_table_and_corrected_under_mine_aftaler(town, signed_in):
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, town.bo)
    karen, bo = signed_in(met.karen), signed_in(town.bo)
    assert "Bo Bostøtte siger: holdt" in text(karen.get(url("hold_meeting", met)))
    told = url("tell_at_meeting", met, promise)
    wrong = karen.post(told, {f"told_{promise}-report": "partly", f"told_{promise}-because": ""})
    assert wrong.status_code == 422
    assert "hvad der kom i vejen" in text(wrong)
    karen.post(told, {f"told_{promise}-report": "kept"})
    assert "Holdt – sagt af Bo Bostøtte" in text(karen.get(url("hold_meeting", met)))
    mine = reverse("my_agreements")
    assert "Skrevet ned for dig" in text(bo.get(mine))
    bo.post(reverse("take_back", args=[promise]), {"version": "3"})
    assert "Skrevet ned for dig" not in text(bo.get(mine))
    history = text(karen.get(reverse("agreement", args=[met.course_id, promise])))
    assert "sagde, at det ikke passede" in history
    assert "sagde det på mødet" in history


def test_who_is_not_there_is_asked_afterwards(town, signed_in):
    met = running_meeting(town, Stage.FOLLOW_UP)
    accepted(town, met.lived, town.bo)
    with as_(met.karen):
        actions.note_present(actor=met.karen, meeting_id=met.id, present=[])
    seen = text(signed_in(met.karen).get(url("hold_meeting", met)))
    assert "Bo Bostøtte er her ikke" in seen
    assert "siger: holdt" not in seen
