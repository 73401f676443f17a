"""The screens of the room as pages, without script."""

import re
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landfast.journeys import hold_meeting
from landfast.meetings import queries
from landfast.meetings.queries.acting import held_acts
from landfast.meetings.rules import Stage, TurnKind
from landfast.plan import actions as plan_actions
from landfast.plan import queries as plan
from tests.factories.meetings import held_meeting, prepared_meeting, running_meeting, say
from tests.factories.plan import accepted, complete
from tests.factories.town import as_


def url(name, met, *more):
    return reverse(name, args=[met.course_id, met.id, *more])


def text(response):
    return " ".join(response.content.decode().split())


def acts(client, met, kind, **more):
    sent = {"act": uuid4(), "kind": kind, "screen": "telefon", **more}
    return client.post(url("act_in_room", met), sent, follow=True)


def test_the_table_sees_no_notes_no_menu_and_no_clock(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Kun for bordet")
    seen = text(signed_in(met.karen).get(url("table_screen", met)))
    assert "Bo" in seen
    assert "Jeg vil gerne have ro om natten" in seen
    for hidden in ("Kun for bordet", "Hovedmenu", "Min søn", "kl."):
        assert hidden not in seen, hidden


def test_who_does_not_lead_has_neither_the_tables_screen_nor_the_phone(town, signed_in):
    met = running_meeting(town)
    bo, jytte = signed_in(met.bo), signed_in(met.lived.citizen)
    for client in (bo, jytte):
        for name in ("table_screen", "leader_phone"):
            assert client.get(url(name, met)).status_code == 403
        assert client.get(url("hold_meeting", met)).url == url("my_room", met)
    seen = text(bo.get(url("my_room", met)))
    assert "leder mødet og skriver" in seen
    assert "Ræk hånden op" not in seen


def test_the_citizen_raises_her_hand_without_script(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.lived.citizen)
    mine = text(client.get(url("my_room", met)))
    assert "Du har ordet nu." in mine
    assert "Ræk hånden op" not in mine, "the word is hers"
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    seen = text(acts(client, met, "hand", how="up", screen="mit"))
    assert "Din hånd er oppe. Du får ordet, når Bo Bostøtte er færdig." in seen
    assert "Ræk hånden op" in text(acts(client, met, "hand", how="down", screen="mit"))
    assert 'aria-pressed="true">Ikke i dag' in text(
        acts(client, met, "answers", how="not_today", screen="mit")
    )


def test_a_note_is_written_and_put_right_from_the_phone(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    with as_(met.karen):
        theme = queries.room(met.id, met.course_id).next.theme
    assert "Jytte sagde: Te" in text(acts(client, met, "say", saw=0, theme=theme, text="Te"))
    with as_(met.karen):
        (entry,) = queries.room(met.id, met.course_id).log
    seen = text(acts(client, met, "note", saw=1, about=entry.id, text="Ikke te"))
    assert "Jytte sagde: Ikke te" in seen


def test_half_a_note_on_the_phone_is_a_draft_until_it_is_sent(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    client.post("/kladde/", {"kladde": url("act_in_room", met), "text": "Halve ord"})
    assert "Halve ord</textarea>" in text(client.get(url("leader_phone", met)))
    with as_(met.karen):
        theme = queries.room(met.id, met.course_id).next.theme
    seen = text(acts(client, met, "say", saw=0, theme=theme, text="Hele ord"))
    assert "Halve ord" not in seen


def test_the_screen_with_script_hears_what_became_of_it(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    sent = {"act": uuid4(), "kind": "stage", "saw": "themes", "how": "closing"}
    told = client.post(url("act_in_room", met), sent, headers={"X-Room": "1"}).json()
    assert told == {"outcome": "done", "said": "", "saw": "closing"}
    late = {"act": uuid4(), "kind": "stage", "saw": "themes", "how": "frame"}
    told = client.post(url("act_in_room", met), late, headers={"X-Room": "1"}).json()
    assert told["outcome"] == "waits"
    broken = client.post(url("act_in_room", met), {"kind": "dance"}, headers={"X-Room": "1"})
    assert broken.json()["outcome"] == "refused"


def test_what_waits_is_chosen_on_the_page(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    with as_(met.karen):
        theme = queries.room(met.id, met.course_id).next.theme
    say(met, TurnKind.INPUT, "Først")
    seen = text(acts(client, met, "say", saw=0, theme=theme, text="For sent"))
    assert "Ordet var givet videre" in seen
    with as_(met.karen):
        held = held_acts(met.id)[0]
    seen = text(
        client.post(
            url("settle_act", met, held.id), {"choice": "late", "screen": "telefon"}, follow=True
        )
    )
    assert "Jytte svarede: For sent" in seen
    assert "Her skal du vælge" not in seen


def test_what_can_not_be_taken_back_any_more_is_not_offered(town, signed_in):
    met = running_meeting(town)
    with as_(met.karen):
        promise = hold_meeting.propose(
            actor=met.karen, meeting_id=met.id, terms=complete(met.karen),
            maker=met.bo.person_id,
        )  # fmt: skip
    with as_(met.bo):
        plan_actions.accept_agreement(actor=met.bo, agreement_id=promise)
    client = signed_in(met.karen)
    seen = text(acts(client, met, "withdraw", saw=1, about=promise))
    assert "Træk tilbage: Ringer til boligforeningen" in seen, "nothing is lost"
    assert "Jeg har set det" in seen
    assert "Brug det, der kom senere" not in seen
    with as_(met.karen):
        held = held_acts(met.id)[0]
    settle = url("settle_act", met, held.id)
    refused = text(client.post(settle, {"choice": "late", "screen": "telefon"}, follow=True))
    assert "Vælg, hvad der skal stå." in refused
    client.post(settle, {"choice": "stands", "screen": "telefon"})
    with as_(met.karen):
        assert plan.agreement(promise, met.course_id).counts, "Bo's yes stands"
        assert not held_acts(met.id)


def test_who_chooses_on_the_large_page_stays_there(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    with as_(met.karen):
        theme = queries.room(met.id, met.course_id).next.theme
    say(met, TurnKind.INPUT, "Først")
    acts(client, met, "say", saw=0, theme=theme, text="For sent")
    page = text(client.get(url("hold_meeting", met)))
    with as_(met.karen):
        held = held_acts(met.id)[0]
    form = page[page.index(url("settle_act", met, held.id)) :]
    screen = form[form.index('name="screen" value="') :].split('"')[3]
    chosen = client.post(url("settle_act", met, held.id), {"choice": "late", "screen": screen})
    assert chosen.url == url("hold_meeting", met)


def test_a_silent_theme_is_asked_for_at_the_closing(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    client.post(url("move_stage", met), {"stage": "closing"})
    assert "Ingen har sagt noget om" in text(client.get(url("hold_meeting", met)))
    sent = {"end-no_next": "on", "end-no_next_reason": "Vi ringes ved", "end-closing_words": "Tak"}
    for open_date in ({"end-closing_words": "Tak"}, {**sent, "end-next_on": "i morgen"}):
        refused = client.post(url("end_meeting", met), open_date)
        assert refused.status_code == 422
        assert "ingen har sagt noget om" in text(refused), "all is told in one round"
        assert refused.context["end_form"].errors["next_on"]
        assert "Tak</textarea>" in text(refused)
    with as_(met.karen):
        themes = queries.meeting(met.id).themes
    for theme in themes:
        client.post(url("end_theme_now", met, theme.id), {"ended": "parked"})
    assert client.post(url("end_meeting", met), sent).url == url("minutes", met)


def test_the_mark_is_asked_without_a_look(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.bo)
    before = client.get(url("room_mark", met)).content
    assert client.get(url("room_mark", met)).content == before
    say(met, TurnKind.INPUT, "Nyt")
    assert client.get(url("room_mark", met)).content != before
    assert signed_in(town.peter).get(url("room_mark", met)).status_code == 404


def test_a_screen_takes_its_mark_before_what_it_shows(town, signed_in):
    # then what is written meanwhile is newer than the mark, and the screen asks for it
    met = running_meeting(town)
    for person, screen in ((met.karen, "leader_phone"), (met.bo, "my_room")):
        client = signed_in(person)
        with CaptureQueriesContext(connection) as asked:
            client.get(url(screen, met))
        said = [query["sql"] for query in asked]
        (mark,) = (n for n, sql in enumerate(said) if "meetings_room_mark" in sql)
        assert mark < min(n for n, sql in enumerate(said) if 'FROM "meetings_turn"' in sql)


def test_before_the_meeting_each_screen_leads_to_where_it_is_prepared(town, signed_in):
    called = prepared_meeting(town, call=True)
    client = signed_in(called.lived.citizen)
    assert client.get(url("my_room", called)).url == url("prepare_meeting", called)
    assert signed_in(called.karen).get(url("leader_phone", called)).status_code == 302


def test_after_the_meeting_each_screen_leads_on(town, signed_in):
    met = held_meeting(town)
    seen = text(signed_in(met.lived.citizen).get(url("my_room", met)))
    assert "Mødet er slut" in seen
    assert signed_in(met.karen).get(url("table_screen", met)).url == url("hold_meeting", met)


def test_at_the_closing_the_citizen_has_the_last_word(town, signed_in):
    met = running_meeting(town, Stage.CLOSING)
    assert "Du har det sidste ord" in text(signed_in(met.lived.citizen).get(url("my_room", met)))


def test_how_the_meeting_was_is_asked_with_faces_and_shown_to_the_team(town, signed_in):
    met = held_meeting(town)
    jytte = signed_in(met.lived.citizen)
    page = text(jytte.get(url("pulse", met)))
    assert "Du behøver ikke svare" in page
    assert "lf-pulse-large" in page
    assert jytte.post(url("pulse", met), {}).status_code == 422
    assert "Tak for dit svar" in text(jytte.post(url("pulse", met), {"heard": 5}, follow=True))
    karen = text(signed_in(met.karen).get(url("pulse", met)))
    assert "lf-pulse-large" not in karen
    assert "<td>Ja, helt</td>" in karen


def test_since_last_stands_on_the_table_and_is_written_down_on_the_phone(town, signed_in):
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, met.bo)
    karen = signed_in(met.karen)
    with as_(met.karen):
        what = plan.agreement(promise, met.course_id).text
    seen, phone = (
        text(karen.get(url("table_screen", met))),
        text(karen.get(url("leader_phone", met))),
    )
    assert what in seen
    assert "siger: holdt" not in seen
    assert "Bo Bostøtte siger: holdt" in phone
    version = re.search(
        rf'name="saw" value="(\d+)"><input type="hidden" name="about" value="{promise}"', phone
    )
    asked = {"saw": version[1], "about": promise, "how": "not_kept"}
    silent = acts(karen, met, "tell", **asked)
    assert silent.redirect_chain[-1][0] == url("leader_phone", met)
    assert "sagt af Bo Bostøtte" not in text(silent), "a no has a reason"
    assert "sagt af Bo Bostøtte" in text(
        acts(karen, met, "tell", **asked, text="Bilen gik i stykker")
    )
    assert "sagt af Bo Bostøtte" in text(karen.get(url("table_screen", met)))
    # what comes from a phone that was without a net is shown beside it, and nothing is changed
    late = text(acts(karen, met, "tell", **{**asked, "how": "kept"}, text="Han nåede det"))
    assert "Det var allerede fortalt, hvordan det gik" in late
    assert "Bilen gik i stykker" in late
    assert f"Holdt: {what}: Han nåede det" in late
    assert "Jeg har set det" in late
