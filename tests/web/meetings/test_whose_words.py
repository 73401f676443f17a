"""In the room nobody's words are ever saved under another's name, whatever happened meanwhile."""

import re
from html import unescape

import pytest
from django.urls import reverse

from landfast.meetings import actions, queries
from landfast.meetings.rules import ThemeEnd, TurnKind
from landfast.meetings.rules.turns import THE_LEADER
from tests.factories.meetings import running_meeting, say
from tests.factories.town import as_

WORDS = "Hun er for syg til at ringe selv"


def url(name, met):
    return reverse(name, args=[met.course_id, met.id])


def text(response):
    return " ".join(unescape(response.content.decode()).split())


def room(met):
    with as_(met.karen):
        return queries.room(met.id, met.course_id)


def box(seen):
    """The part where a turn is written, without what is beside it."""
    return re.split("<details|Gå til afslutningen", seen.split("lf-room-say")[1])[0]


def fields(seen):
    """What the box sends beside the words."""
    part = box(seen)
    found = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', part))
    chosen = re.search(r'<select name="say-seat".*?<option value="([^"]*)"', part)
    return found | ({"say-seat": chosen[1]} if chosen else {})


def presses(seen):
    """Every way in which the box can be sent."""
    return re.findall(r'name="kind" value="([^"]+)"', box(seen))


def her_hand(met):
    with as_(met.lived.citizen):
        actions.raise_hand(actor=met.lived.citizen, meeting_id=met.id, up=True)


def the_word_is_hers(met):
    with as_(met.karen):
        actions.raise_hand(actor=met.karen, meeting_id=met.id, up=True, at_once=True)


def another_wrote(met):
    say(met, TurnKind.INPUT, "Fra telefonen", met.guests["bo"])


def bo_left(met):
    rest = set(met.guests.values()) - {met.guests["bo"]}
    with as_(met.karen):
        actions.note_present(actor=met.karen, meeting_id=met.id, present=rest)


def parked(met):
    theme = room(met).next.theme
    with as_(met.karen):
        actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=theme, ended=ThemeEnd.PARKED)


def nothing(met):
    del met


MEANWHILE = [nothing, her_hand, the_word_is_hers, another_wrote, bo_left, parked]


def speakers(met):
    """Under which names the words stand in the log."""
    return [
        (entry.line.speaker, entry.line.kind) for entry in room(met).log if WORDS in entry.line.text
    ]


@pytest.mark.parametrize("script", [True, False], ids=["at once", "kept as a draft first"])
@pytest.mark.parametrize("happens", MEANWHILE, ids=lambda one: one.__name__)
def test_bos_words_are_saved_as_bos_whatever_is_pressed_then(town, signed_in, happens, script):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    client = signed_in(met.karen)
    sent = {**fields(text(client.get(url("hold_meeting", met)))), "say-text": WORDS}
    assert sent["say-seat"] == str(met.guests["bo"])
    happens(met)
    if script:
        seen = text(client.post(url("say", met), {**sent, "kind": "input"}, follow=True))
    else:
        client.post(url("keep_typed", met), sent)
        seen = text(client.get(url("hold_meeting", met)))
    if not speakers(met):
        assert WORDS in box(seen), "nothing typed is lost"
        tried = [one for one in presses(seen) if one not in {"slet", "parked"}]
        assert tried
        for kind in sorted(tried, key=lambda one: one in {"input", "rest"}):
            again = {**fields(seen), "say-text": WORDS, "kind": kind}
            client.post(url("say", met), again, follow=True)
    assert set(speakers(met)) == {("Bo Bostøtte", TurnKind.INPUT)}


def test_a_hand_raised_while_the_leader_writes_is_hers_next_and_his_words_are_his(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    client = signed_in(met.karen)
    sent = {**fields(text(client.get(url("hold_meeting", met)))), "say-text": WORDS}
    her_hand(met)
    seen = text(client.get(url("hold_meeting", met)))
    assert "har rakt hånden op." in seen
    assert "får ordet, når Bo Bostøtte er færdig." in seen
    seen = text(client.post(url("say", met), {**sent, "kind": "input"}, follow=True))
    assert speakers(met) == [("Bo Bostøtte", TurnKind.INPUT)]
    assert "Jytte svarer" in box(seen)
    assert WORDS not in box(seen)


def test_words_left_are_told_whose_they_are_and_can_be_thrown_away(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    client = signed_in(met.karen)
    sent = {**fields(text(client.get(url("hold_meeting", met)))), "say-text": WORDS}
    the_word_is_hers(met)
    client.post(url("keep_typed", met), sent)
    seen = text(client.get(url("hold_meeting", met)))
    assert "Ordene her er Bo Bostøttes. De er ikke gemt endnu." in seen
    assert presses(seen) == ["rest", "slet"]
    seen = text(client.post(url("say", met), {**fields(seen), "say-text": WORDS, "kind": "slet"},
                            follow=True))  # fmt: skip
    assert "Ordene er slettet." in seen
    assert "Jytte har stadig ordet" in box(seen)
    assert speakers(met) == []


def test_the_word_is_given_to_her_at_once_and_what_was_typed_is_bos(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    client = signed_in(met.karen)
    seen = text(client.get(url("hold_meeting", met)))
    sent = {**fields(seen), "say-text": WORDS, "kind": "haand"}
    assert "Jytte vil sige noget nu" in seen
    seen = text(client.post(url("say", met), sent, follow=True))
    assert speakers(met) == [("Bo Bostøtte", TurnKind.INPUT)]
    assert "Jytte svarer" in box(seen)
    # and what she says among the others stands as hers
    client.post(url("say", met), {**fields(seen), "kind": "no_answer"})
    seen = text(client.get(url("hold_meeting", met)))
    hers = {**fields(seen), "say-seat": "hende", "say-text": "Nej", "kind": "input"}
    client.post(url("say", met), hers)
    last = room(met).log[-1].line
    assert (last.speaker, last.kind) == ("", TurnKind.CITIZEN_RESPONSE)


def test_words_kept_on_the_phone_stand_under_the_name_they_were_typed_under(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    client, bo = signed_in(met.karen), str(met.guests["bo"])
    kept = {"kladde": url("act_in_room", met), "text": WORDS, "seat": bo,
            "theme": str(room(met).next.theme)}  # fmt: skip
    client.post(reverse("keep_draft"), kept)
    another_wrote(met)
    bo_left(met)
    seen = text(client.get(url("leader_phone", met)))
    assert re.search(rf'<option value="{bo}" selected>Bo Bostøtte', seen)
    assert len(re.findall("<option[^>]* selected>", seen)) == 2


def test_the_leaders_reflection_and_a_solution_are_not_hers_on_the_phone(town, signed_in):
    met = running_meeting(town, code="M-03")
    client = signed_in(met.karen)
    client.post(url("add_theme_now", met), {"theme-words": "Nætter"})
    say(met, TurnKind.INPUT, "Jeg ligger vågen")
    for guest in ("bo", "anna"):
        say(met, TurnKind.REFLECTION, "Lange nætter", met.guests[guest])
    assert room(met).next.seat == THE_LEADER
    seen = text(client.get(url("leader_phone", met)))
    assert f'<option value="{THE_LEADER}" selected>{met.karen.name}' in seen
    say(met, TurnKind.REFLECTION, "Træt", THE_LEADER)
    say(met, TurnKind.NO_ANSWER)
    say(met, TurnKind.INPUT, "Jeg er hendes søster", met.guests["sister"])
    say(met, TurnKind.NO_ANSWER)
    seen = text(client.get(url("leader_phone", met)))
    assert '<option value="alle" selected>Alle sammen' in seen
