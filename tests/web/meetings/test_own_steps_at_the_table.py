"""What she, or somebody close, says they will do is an own step, and her words keep her turn."""

import re

import pytest
from django.urls import reverse

from landfast.kernel.clock import now
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Stage
from landfast.meetings.rules.lines import lines
from landfast.meetings.rules.turns import Expected
from landfast.plan import actions as plan_actions
from landfast.plan import queries as plan
from tests.factories.meetings import running_meeting, talk_through
from tests.factories.plan import in_days
from tests.factories.town import as_


@pytest.fixture
def met(town):
    return running_meeting(town)


def at(name, met):
    return reverse(name, args=[met.course_id, met.id])


def room(client, met):
    return client.get(at("hold_meeting", met)).content.decode()


def proposes(client, met, **said):
    sent = {f"proposal-{name}": value for name, value in said.items()}
    return client.post(at("propose_at_meeting", met), sent)


def plan_now(met):
    with as_(met.karen):
        return plan.plan_of(met.course_id)


def steps(met):
    now = plan_now(met)
    return [*(step for wish in now.wishes for step in wish.steps), *now.steps]


def test_who_does_it_can_be_she_or_somebody_close_and_then_it_is_no_agreement(met, signed_in):
    karen = signed_in(met.karen)
    shown = room(karen, met)
    group = shown.split('<optgroup label="Eget skridt">')[1].split("</optgroup>")[0]
    found = dict(re.findall(r'value="(skridt:[^"]*)"[^>]*>([^<]+)<', group))
    assert set(found.values()) == {"Jytte", "Min søster Birthe"}
    before = len(plan_now(met).agreements)
    # when both say what they will do
    for maker, name in found.items():
        answer = proposes(karen, met, text=f"Gå en tur, siger {name}", maker=maker)
        assert answer.status_code == 302
    # then they stand as own steps, under the theme's wish or by themselves, and nothing is agreed
    assert {(one.text, one.whose) for one in steps(met)} == {
        ("Gå en tur, siger Jytte", ""), ("Gå en tur, siger Min søster Birthe", "Min søster Birthe"),
    }  # fmt: skip
    assert len(plan_now(met).agreements) == before
    shown = room(karen, met)
    assert "Det er ikke en aftale." in shown
    assert "<strong>Jytte</strong>: Gå en tur, siger Jytte" in shown
    assert "<strong>Min søster Birthe</strong>: Gå en tur" in shown


def test_it_stands_in_the_minutes_as_what_it_is_and_can_be_covered(met, signed_in):
    # given a step of each, and one of hers that was written before the meeting
    with as_(met.karen):
        plan_actions.add_step(actor=met.karen, course_id=met.course_id, text="Ringe til Ulla")
        models.Meeting.objects.filter(id=met.id).update(started_at=now())
    karen = signed_in(met.karen)
    proposes(karen, met, text="Gå en tur", maker="skridt:")
    talk_through(met)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
    end = {"end-closing_words": "Tak", "end-next_on": f"{in_days(40)}T10:00"}
    assert karen.post(at("end_meeting", met), end).status_code == 302
    shown = karen.get(at("minutes", met)).content.decode()
    assert "<strong>Jytte</strong>: Gå en tur" in shown
    assert "Egne skridt er ikke aftaler." in shown
    assert "Ringe til Ulla" not in shown
    assert karen.get(at("minutes_pdf", met)).content[:4] == b"%PDF"
    with as_(met.karen):
        content = models.Minutes.objects.get(meeting_id=met.id).content
    assert "Gå en tur" in [one.words for one in lines("", "", content)]


def test_a_step_with_a_date_is_told_that_it_has_none_and_the_words_stay(met, signed_in):
    karen = signed_in(met.karen)
    day = in_days(3).isoformat()
    wrong = proposes(karen, met, text="Gå en tur", maker="skridt:", due_on=day)
    shown = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Et eget skridt har ingen dato." in shown
    assert 'value="Gå en tur"' in shown
    assert f'value="{day}"' in shown
    assert steps(met) == []


def test_a_step_of_nobody_at_the_table_is_refused(met, signed_in):
    karen = signed_in(met.karen)
    for maker in (f"skridt:{met.bo.person_id}", "skridt:x"):
        assert proposes(karen, met, text="Gå en tur", maker=maker).status_code == 422
    assert steps(met) == []


def test_her_words_are_kept_and_the_word_is_hers_until_it_is_given_on(met, signed_in):
    karen = signed_in(met.karen)

    def says(kind, text):
        with as_(met.karen):
            now = queries.room(met.id, met.course_id)
        sent = {
            "kind": kind, "say-text": text, "seq": str(now.seq), "theme": str(now.next.theme),
            "say-seat": str(now.next.seat or ""),
        }  # fmt: skip
        assert karen.post(at("say", met), sent).status_code == 302
        with as_(met.karen):
            return queries.room(met.id, met.course_id).next.expected

    assert "Gem. Jytte har stadig ordet" in room(karen, met)
    assert says("input:beholder", "Jeg sover ikke") is Expected.CITIZEN_ANSWERS
    shown = room(karen, met)
    assert "Vil du sige mere?" in shown
    assert "Passer det? Vil du svare eller rette?" not in shown
    assert "Intet svar i dag" not in shown
    assert says("input:beholder", "Og jeg er træt") is Expected.CITIZEN_ANSWERS
    # when she gives it on without a word, nothing is written of it
    assert says("pass:videre", "") is Expected.SPEAKER
    shown = room(karen, met)
    assert "Ordet er givet videre." in shown
    assert "Jeg sover ikke" in shown
    assert "Og jeg er træt" in shown
    # and once another has spoken, a raised hand is an answer as before
    assert says("input", "Vi kan prøve med te") is Expected.CITIZEN_ANSWERS
    assert "Passer det? Vil du svare eller rette?" in room(karen, met)
