"""The pages of meetings, as their users meet them. No script runs here."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import DENMARK, date_in_denmark, now
from landfast.meetings import actions, queries
from landfast.meetings.rules import Attends, MinutesState, Reply, Stage, TurnKind
from tests.factories.courses import started_course
from tests.factories.meetings import (
    held_meeting,
    is_over,
    load_formats,
    prepared_meeting,
    running_meeting,
    say,
    settle_themes,
)
from tests.factories.network import in_the_team
from tests.factories.plan import accepted
from tests.factories.town import as_
from tests.web.meetings.frames import seen_in, typed


def url(name, met, *more):
    return reverse(name, args=[met.course_id, met.id, *more])


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


def whole_frame(client, met):
    """The mark of the frame on her screen with all of it."""
    where = reverse("my_meeting_whole", args=[met.course_id, met.id])
    return seen_in(text_of(client.get(where)))


def soon(days=10):
    return (now() + timedelta(days=days)).astimezone(DENMARK).strftime("%Y-%m-%dT%H:%M")


FRAME = {"place": "Biblioteket", "minutes_long": "45", "largest": "3", "answers": "after_each"}


def test_a_citizen_prepares_a_whole_meeting_by_forms(town, signed_in):
    load_formats()
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    client = signed_in(lived.citizen)
    page = reverse("meetings", args=[lived.id])
    assert "<h1>Bed om et møde</h1>" in text_of(client.get(page))
    assert "<h1>Mine møder</h1>" in text_of(client.get(reverse("my_meetings"))), "one page has it"
    first = client.post(page, {"format_code": "M-01"})
    assert first.status_code == 302
    base = first.url.removesuffix("forbered/")
    assert "Skriv, hvad mødet skal handle om" in text_of(client.get(first.url))
    client.post(f"{base}temaer/", {"words": "Mit hjem"})
    assert "Vælg, hvem der skal med" in text_of(client.get(first.url))
    client.post(f"{base}deltagere/", {"guest": f"p{town.bo.person_id}", "why": "Kender mig"})
    assert "Vælg tid og sted" in text_of(client.get(first.url))
    for part, said in (
        ("hvornaar", {"starts_at": soon()}), ("hvor", {"place": "Biblioteket"}),
        ("laengde", {"minutes_long": "45"}),
    ):  # fmt: skip
        screen = text_of(client.get(f"{base}mit/{part}/"))
        assert "Kan læses af" in screen
        sent = client.post(f"{base}mit/{part}/", {**said, "seen": seen_in(screen)})
        assert sent.url == first.url
    seen = text_of(client.get(first.url))
    assert "45 minutter" in seen
    assert "Biblioteket" in seen
    assert "Indkald mødet" in seen
    client.post(f"{base}indkald/")
    with as_(town.bo):
        (asked,) = queries.invitations_of(town.bo)
    assert asked.why == "Kender mig"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"starts_at": "2020-01-01T10:00"}, "gået"),
        ({"starts_at": "i morgen"}, "Skriv en dato og et klokkeslæt"),
        ({"minutes_long": "3"}, "mellem 10 og 240"),
        ({"largest": "-1"}, "mellem 0 og 30"),
        ({"place": "x" * 201}, "200"),
    ],
)
def test_a_wrong_frame_is_told_at_its_field_and_nothing_is_lost(town, signed_in, sent, sentence):
    met = prepared_meeting(town)
    client = signed_in(met.lived.citizen)
    seen = whole_frame(client, met)
    answer = client.post(url("set_frame", met), {**FRAME, "breaks": "Ofte", "seen": seen, **sent})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert 'value="Ofte"' in text_of(answer)
    with as_(met.karen):
        assert queries.meeting(met.id).place == "Hjemme hos Jytte"


def test_only_her_own_people_can_be_chosen(town, signed_in):
    met = prepared_meeting(town)
    answer = signed_in(met.karen).post(
        url("add_guest", met), {"guest": f"p{town.solveig.person_id}", "why": "x"}
    )
    assert answer.status_code == 422
    with as_(met.karen):
        assert len(queries.meeting(met.id).guests) == 3


def test_a_table_too_large_is_said_and_can_still_be_called(town, signed_in):
    met = prepared_meeting(town)
    client = signed_in(met.lived.citizen)
    seen = whole_frame(client, met)
    client.post(url("set_frame", met), {**FRAME, "largest": "2", "starts_at": soon(), "seen": seen})
    assert "højst 2 ad gangen" in text_of(client.get(url("prepare_meeting", met)))
    client.post(url("call_meeting", met))
    with as_(met.karen):
        assert queries.meeting(met.id).state == "called"


def test_a_stranger_finds_no_meeting_and_a_leader_of_the_unit_neither(town, signed_in):
    met = prepared_meeting(town)
    for actor in (town.solveig, town.lars):
        client = signed_in(actor)
        for name in ("prepare_meeting", "hold_meeting", "minutes", "attend_otherwise"):
            assert client.get(url(name, met)).status_code == 404, (actor.name, name)
        assert client.post(url("call_meeting", met)).status_code == 404


def test_a_professional_in_the_team_reads_and_does_not_change(town, signed_in):
    met = prepared_meeting(town)
    client = signed_in(met.bo)
    seen = text_of(client.get(url("prepare_meeting", met)))
    assert "Tag temaet af" not in seen
    assert client.post(url("add_theme", met), {"words": "Mit"}).status_code == 403


def test_an_invitation_is_answered_in_one_form(town, signed_in):
    met = prepared_meeting(town, call=True)
    client = signed_in(met.anna)
    assert "1 invitation venter" in text_of(client.get(reverse("invitations")))
    where = reverse("answer_invitation", args=[met.guests["anna"]])
    wrong = client.post(where, {"reply": "declined"})
    assert wrong.status_code == 422
    assert "Skriv kort hvorfor" in text_of(wrong)
    client.post(where, {"reply": "writes", "written_word": "Hun sover bedre"})
    with as_(met.karen):
        there = {one.id: one.reply for one in queries.meeting(met.id).guests}
    assert there[met.guests["anna"]] is Reply.WRITES
    assert "Ingen invitationer venter på dit svar" in text_of(client.get(reverse("invitations")))
    other = reverse("answer_invitation", args=[met.guests["bo"]])
    assert client.post(other, {"reply": "comes"}).status_code == 403


def test_on_a_bad_day_one_touch_is_enough(town, signed_in):
    met = prepared_meeting(town, call=True)
    client = signed_in(met.lived.citizen)
    assert "Ingen spørger hvorfor" in text_of(client.get(url("attend_otherwise", met)))
    assert "regner vi med, at du kommer selv" in text_of(client.get(url("attend_otherwise", met)))
    client.post(url("attend_otherwise", met), {"attends": "by_phone"})
    assert "er med på telefon" in text_of(client.get(url("attend_otherwise", met)))
    with as_(met.karen):
        assert queries.meeting(met.id).attends is Attends.BY_PHONE
        actions.cancel_meeting(actor=met.karen, meeting_id=met.id, reason="Sygdom")
    over = text_of(client.get(url("attend_otherwise", met)))
    assert "Mødet er aflyst." in over
    assert "Ring mig op i stedet" not in over


def test_a_meeting_held_early_is_over_on_the_day_it_was_held(town, signed_in):
    met = prepared_meeting(town, call=True)
    is_over(met)
    with as_(met.karen):
        row = queries.meeting(met.id)
        assert row.starts_at > now()
    was = row.day_at
    assert was == row.held_at
    page = text_of(signed_in(met.karen).get(url("minutes", met)))
    assert f'datetime="{date_in_denmark(was).isoformat()}' in page
    assert f'datetime="{date_in_denmark(row.starts_at).isoformat()}' not in page
    hers = text_of(signed_in(met.lived.citizen).get(url("attend_otherwise", met)))
    assert "Mødet er holdt." in hers
    assert "Jeg kommer alligevel" not in hers


def hold(client, met, text="", **sent):
    with as_(met.karen):
        room = queries.room(met.id, met.course_id)
    given = {"seq": room.seq, "theme": room.next.theme, "say-seat": room.next.seat or "",
             "say-text": text}  # fmt: skip
    return client.post(url("say", met), {**given, **sent})


def test_a_meeting_is_held_by_forms_alone(town, signed_in):
    met = prepared_meeting(town, call=True)
    client = signed_in(met.karen)
    room = url("hold_meeting", met)
    assert "Begynd mødet" in text_of(client.get(room))
    client.post(url("start_meeting", met), {"present": [met.guests["bo"], met.guests["anna"]]})
    seen = text_of(client.get(room))
    assert "Min søn" in seen
    client.post(url("move_stage", met), {"stage": "follow_up"})
    assert "Der er ingen åbne aftaler" in text_of(client.get(room))
    client.post(url("move_stage", met), {"stage": "themes"})
    assert "Gem. Jytte har stadig ordet" in text_of(client.get(room))
    for _theme in range(2):
        hold(client, met, kind="input", text="Jeg sover ikke")
        hold(client, met, kind="input", text="Vi kan prøve med te")
        assert "Jytte retter" in text_of(client.get(room))
        hold(client, met, kind="correction", text="Ikke te")
        hold(client, met, kind="pass")
        hold(client, met, kind="solution", text="Bo ringer om aftenen")
        hold(client, met, kind="closed")
    assert "Alle temaer er talt igennem" in text_of(client.get(room))
    client.post(url("move_stage", met), {"stage": "closing"})
    wrong = client.post(url("end_meeting", met), {"end-closing_words": "Tak for i dag"})
    assert wrong.status_code == 422
    assert "Tak for i dag" in text_of(wrong)
    done = client.post(
        url("end_meeting", met), {"end-closing_words": "Tak", "end-next_on": soon(40)}
    )
    assert done.url == url("minutes", met)
    seen = text_of(client.get(done.url))
    assert "Vi kan prøve med te" in seen
    assert "Vis det til borgeren" in seen


def test_from_a_stale_page_one_is_told_and_the_words_are_kept(town, signed_in):
    met = running_meeting(town)
    client = signed_in(met.karen)
    with as_(met.karen):
        theme = queries.room(met.id, met.course_id).next.theme
    say(met, TurnKind.INPUT, "Først")
    answer = client.post(
        url("say", met), {"seq": 1, "theme": theme, "kind": "input", "say-text": "Mine ord"}
    )
    assert answer.status_code == 422
    assert "En anden skrev lige noget" in text_of(answer)
    assert "Mine ord</textarea>" in text_of(answer)


@pytest.mark.parametrize(
    "sent", [{}, {"kind": "input"}, {"kind": "x", "theme": "y", "seq": "z"}, {"seq": "9" * 40}]
)
def test_a_broken_form_is_a_sentence(town, signed_in, sent):
    met = running_meeting(town)
    assert signed_in(met.karen).post(url("say", met), sent).status_code == 422


def test_nobody_says_yes_for_another(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg mangler et sted")
    client = signed_in(met.karen)
    day = soon(20)[:10]
    for maker in (met.bo, met.karen):
        client.post(
            url("propose_at_meeting", met),
            {
                "proposal-text": "Ringe til boligforeningen",
                "proposal-maker": maker.person_id,
                "proposal-due_on": day,
            },
        )
    seen = text_of(client.get(url("hold_meeting", met)))
    assert "Venter på ja fra Bo Bostøtte" in seen
    assert "Aftalt" in seen


def test_a_proposal_with_a_past_date_keeps_what_was_typed(town, signed_in):
    met = running_meeting(town)
    answer = signed_in(met.karen).post(
        url("propose_at_meeting", met), {"proposal-text": "Ringe", "proposal-due_on": "2020-01-01"}
    )
    assert answer.status_code == 422
    assert 'value="Ringe"' in text_of(answer)


def test_she_sees_the_minutes_first_and_her_words_stand_in_them(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    karen, citizen, bo = (signed_in(one) for one in (met.karen, met.lived.citizen, met.bo))
    assert "ikke skrevet færdigt" in text_of(citizen.get(url("my_minutes", met)))
    karen.post(url("show_minutes", met))
    assert "Du ser det først" in text_of(citizen.get(url("my_minutes", met)))
    assert "ikke klar til dig" in text_of(bo.get(url("minutes", met)))
    early = karen.post(url("publish_minutes", met), {"recipients": [met.guests["bo"]], "note": "x"})
    assert early.status_code == 422
    assert "to hverdage" in text_of(early)
    assert "Det er set</button>" in text_of(citizen.get(url("my_minutes", met)))
    mine = citizen.get(url("my_minutes", met))
    citizen.post(url("my_minutes", met), typed(mine, note="Jeg sagde tre timer"))
    after = text_of(citizen.get(url("my_minutes", met)))
    assert "Du har set det" in after
    assert "Det er set</button>" not in after
    assert "Gem rettelsen" in after
    karen.post(url("publish_minutes", met), {"recipients": [met.guests["bo"]]})
    seen = text_of(bo.get(url("minutes", met)))
    assert "Jeg sagde tre timer" in seen
    assert "Ret eller træk tilbage" not in seen
    karen.post(url("recall_minutes", met), {"reason": "Forkert modtager"})
    with as_(met.karen):
        assert queries.newest(met.id).state is MinutesState.RECALLED
    assert "trukket tilbage" in text_of(citizen.get(url("my_minutes", met)))


def test_minutes_say_who_was_there_and_what_was_told_and_speak_to_her(town, signed_in):
    met = running_meeting(town, Stage.FOLLOW_UP)
    kept, broken = (accepted(town, met.lived, who) for who in (town.bo, town.anna))
    before = accepted(town, met.lived, town.bo)
    karen = signed_in(met.karen)
    why = {"report": "not_kept", "because": "Bilen gik i stykker"}
    for one, sent in ((kept, {"report": "kept"}), (broken, why)):
        named = {f"told_{one}-{name}": said for name, said in sent.items()}
        assert karen.post(url("tell_at_meeting", met, one), named).status_code == 302
    karen.post(url("note_present", met), {"present": [met.guests["bo"]]})
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.THEMES)
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
    settle_themes(met)
    karen.post(url("end_meeting", met), {"end-no_next": "on", "end-no_next_reason": "Vi ringes"})
    seen = text_of(karen.get(url("minutes", met)))
    told = seen[seen.index("Siden sidst") : seen.index("Det sagde Jytte")]
    assert "Jytte, Karen Koordinator, Bo Bostøtte</p>" in seen
    assert "Anna Afsnit</strong>" in told
    assert "Bilen gik i stykker" in told
    assert told.count("<li>") == 2, f"{before} was not told"
    karen.post(url("show_minutes", met))
    hers = text_of(signed_in(met.lived.citizen).get(url("my_minutes", met)))
    assert "du, Karen Koordinator, Bo Bostøtte</p>" in hers
    assert "Det sagde du" in hers
    assert "Det sagde Jytte" not in hers
    assert "Siden sidst" in hers


def test_the_draft_is_put_right_by_its_writer(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
        theme = queries.newest(met.id).content["themes"][0]["theme"]
    client = signed_in(met.karen)
    shown = client.get(url("minutes", met)).context["edit_form"].stands
    client.post(
        url("edit_minutes", met),
        {"citizen_said": "Ro", f"said_{theme}": "Bo hjælper", "seen": shown},
    )
    seen = text_of(client.get(url("minutes", met)))
    assert "Bo hjælper" in seen


def test_both_papers_are_pdf_and_logged_as_a_print(town, signed_in):
    met = held_meeting(town)
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    client = signed_in(met.karen)
    for where in (url("minutes_pdf", met), reverse("plan_pdf", args=[met.course_id])):
        answer = client.get(where)
        assert answer.status_code == 200
        assert answer.content.startswith(b"%PDF")
    from landfast.access.looks.told import looks

    with as_(met.lived.citizen):
        assert {"Referat (print)", "Mål- og aftaleskema (print)"} <= {
            look.what for look in looks(met.course_id)
        }
    assert signed_in(met.lived.citizen).get(url("minutes_pdf", met)).status_code == 404
    assert signed_in(met.bo).get(url("minutes_pdf", met)).status_code == 404


@pytest.mark.parametrize("page", ["prepare_meeting", "hold_meeting"])
def test_main_pages_cost_few_queries(town, signed_in, django_assert_max_num_queries, page):
    met = running_meeting(town, Stage.THEMES)
    say(met, TurnKind.INPUT, "Ro")
    client = signed_in(met.karen)
    with django_assert_max_num_queries(29):
        assert client.get(url(page, met)).status_code == 200
