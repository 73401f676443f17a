"""The room takes nothing for granted: who is there, which wish, and what was agreed in silence."""

import re
from html import unescape

import pytest
from django.urls import reverse

from landfast.journeys import hold_meeting
from landfast.meetings import actions, queries
from landfast.meetings.queries.minutes import newest
from landfast.meetings.rules import Reply, Stage, TurnKind
from landfast.meetings.rules.preparing import Onward
from landfast.paper.words import became, moment
from landfast.plan import queries as plan
from landfast.plan.rules.promise import Terms
from tests.factories.meetings import TEXT, prepared_meeting, running_meeting, say, settle_themes
from tests.factories.plan import wished
from tests.factories.town import as_


def url(name, met):
    return reverse(name, args=[met.course_id, met.id])


def text(response):
    return " ".join(unescape(response.content.decode()).split())


def answers(met, who, guest, reply):
    with as_(who):
        actions.answer_invitation(actor=who, participant_id=met.guests[guest], reply=reply)


def test_only_who_said_that_they_come_is_ticked_and_how_stands_there(town, signed_in):
    met = prepared_meeting(town, call=True)
    answers(met, town.bo, "bo", Reply.COMES)
    answers(met, town.anna, "anna", Reply.BY_PHONE)
    page = text(signed_in(met.karen).get(url("hold_meeting", met)))
    ticked = re.findall(r'name="present" id="here_[^"]+" value="([^"]+)" checked', page)
    assert ticked == [str(met.guests["bo"])]
    assert re.search(r"– På telefon</span>", page)
    assert page.count("– Venter på svar</span>") == 1


def hung_on(met):
    with as_(met.karen):
        made = set(queries.agreement_ids(met.id))
        rows = [row for row in plan.plan_of(met.course_id).agreements if row.id in made]
        return [(row.wish_id, row.practical_problem) for row in rows]


@pytest.mark.parametrize("chosen", ["theme's", "another", "intet"])
def test_a_proposal_says_which_wish_it_is_for_and_who_writes_can_change_it(town, signed_in, chosen):
    met = running_meeting(town)
    home, sleep = (wished(met.lived, words) for words in ("Et sted at bo", "Sove om natten"))
    with as_(met.karen):
        theme = actions.add_theme(actor=met.karen, meeting_id=met.id, words="Bolig", wish_id=home)
        for one in queries.meeting(met.id).themes:
            if one.id != theme:
                actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=one.id,
                                  ended="parked")  # fmt: skip
    client = signed_in(met.karen)
    page = text(client.get(url("hold_meeting", met)))
    assert f'<option value="{home}" selected>Et sted at bo' in page
    assert '<option value="intet">Intet ønske' in page
    wanted = {"theme's": str(home), "another": str(sleep), "intet": "intet"}[chosen]
    sent = {"proposal-text": "Ringer til udlejer", "proposal-wish": wanted}
    assert client.post(url("propose_at_meeting", met), sent).status_code == 302
    expected = {"theme's": (home, ""), "another": (sleep, ""), "intet": (None, "Bolig")}[chosen]
    assert hung_on(met) == [expected]


def test_a_theme_that_something_was_proposed_for_is_not_said_to_have_been_silent(town, signed_in):
    met = running_meeting(town)
    with as_(met.karen):
        first, other = queries.meeting(met.id).themes
        hold_meeting.propose(
            actor=met.karen, meeting_id=met.id, terms=Terms("Ringer til banken"),
            theme_id=first.id,
        )  # fmt: skip
        actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=other.id, ended="spoken")
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
    page = text(signed_in(met.karen).get(url("hold_meeting", met)))
    assert "Ingen har sagt noget om" not in page
    with as_(met.karen):
        onward = Onward(next_on=None, no_next=True, no_next_reason="Vi ringes")
        hold_meeting.end(actor=met.karen, meeting_id=met.id, onward=onward)
        themes = {one["theme"]: one for one in newest(met.id).content["themes"]}
    assert "Det står i referatet" in became(themes[str(first.id)], "")
    assert became(themes[str(other.id)], "") == "I talte om det. Der er ikke skrevet noget."


def test_while_the_meeting_runs_her_page_does_not_ask_whether_she_comes(town, signed_in):
    met = running_meeting(town)
    assert "Kan du ikke komme?" not in text(signed_in(met.lived.citizen).get("/mit/"))


def test_the_minutes_say_to_what_she_answered_and_when_they_sat_there(town, signed_in):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    say(met, TurnKind.INPUT, "Vi kan komme klokken ni", met.guests["bo"])
    say(met, TurnKind.CITIZEN_RESPONSE, "Ja, men kun hvis mor er med")
    settle_themes(met)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        onward = Onward(next_on=None, no_next=True, no_next_reason="Vi ringes")
        hold_meeting.end(actor=met.karen, meeting_id=met.id, onward=onward)
        said, meeting = newest(met.id).citizen_said, queries.meeting(met.id)
    assert said == (f"{TEXT}:\nJeg sover ikke\nEfter Bo Bostøtte: Ja, men kun hvis mor er med")
    page = text(signed_in(met.karen).get(url("minutes", met)))
    told = re.search(r"Indkaldt til ([^<]+)\. Begyndte ([^<]+)\. Sluttede ([^<]+)\.</p>", page)
    assert told[1] == moment(meeting.starts_at)
    assert told[2] in moment(meeting.started_at)
    assert told[3] in moment(meeting.held_at)
