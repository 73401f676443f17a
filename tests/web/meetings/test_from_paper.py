"""A meeting on paper is typed in: in the form's order, marked, and nobody's yes for them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import now, today
from landfast.meetings import models, queries
from landfast.meetings.actions import attend_otherwise
from landfast.meetings.rules import Attends, MeetingState
from landfast.paper.meeting_form import AGREEMENTS
from landfast.plan.models import Agreement
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def text(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def at(name, met):
    return reverse(name, args=[met.course_id, met.id])


def typed(met, **more):
    return {
        "held_early": "on", "present": [str(met.guests["bo"])],
        "t0_citizen": "Jeg sover ikke", "t0_others": "Bo: Vi prøver om aftenen",
        "t0_solution": "Bo ringer kl. 22",
        "a0_text": "Ringer hver aften", "a0_maker": str(met.bo.person_id),
        "a0_due_on": (today() + timedelta(days=14)).isoformat(),
        "closing_words": "Tak for i dag", "no_next": "on", "no_next_reason": "Vi ringes ved",
    } | more  # fmt: skip


def test_the_page_has_the_form_s_parts_in_the_form_s_order(met, signed_in):
    karen = signed_in(met.karen)
    assert at("type_from_paper", met) in text(karen.get(at("prepare_meeting", met)))
    page = text(karen.get(at("type_from_paper", met)))
    parts = [
        "Hvem er her?",
        "Det sagde Jytte",
        "Det sagde de andre",
        "Det blev vi enige om",
        "Det, vi har aftalt",
        "Aftale 1",
        f"Aftale {AGREEMENTS}",
        "Til sidst",
        "Næste møde",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_typed_in_it_is_minutes_marked_with_who_and_the_agreement_waits_for_its_maker(
    met, signed_in
):
    karen = signed_in(met.karen)
    page = text(karen.post(at("type_from_paper", met), typed(met), follow=True))
    assert f"Skrevet ind fra papir af {met.karen.name}" in page
    waiting = page[page.index("Forslag, der venter på et ja") :]
    assert "Ringer hver aften" in waiting
    assert f"Venter på ja fra {met.bo.name}" in waiting
    assert "Det, vi har aftalt" not in page
    for words in (
        "Jeg sover ikke",
        "Bo: Vi prøver om aftenen",
        "Bo ringer kl. 22",
        "Tak for i dag",
    ):
        assert words in page, words
    with as_(met.karen):
        assert queries.meeting(met.id).state is MeetingState.HELD
        assert Agreement.objects.get(text="Ringer hver aften").state == "proposed"
        there = models.Participant.objects.filter(meeting=met.id, was_there=True)
        assert [row.person_id for row in there] == [met.bo.person_id]
    assert karen.get(at("type_from_paper", met)).status_code == 409


def test_a_day_that_she_cannot_offers_no_paper_to_type_and_keeps_what_was_typed(met, signed_in):
    # given the page where the paper is typed in, and that she then says no to the day
    karen = signed_in(met.karen)
    assert at("type_from_paper", met) in text(karen.get(at("prepare_meeting", met)))
    with as_(met.lived.citizen):
        attend_otherwise(actor=met.lived.citizen, meeting_id=met.id, attends=Attends.NOT_TODAY)
    # then what was typed comes back with the reason, and the way in is gone
    page = text(karen.post(at("type_from_paper", met), typed(met)), 422)
    assert "Borgeren kan ikke den dag." in page
    assert "Jeg sover ikke" in page
    page = text(karen.get(at("prepare_meeting", met)))
    assert at("type_from_paper", met) not in page
    assert at("hold_meeting", met) not in page
    assert at("find_time", met) in page


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"a0_text": ""}, "Skriv, hvad der skal ske"),
        ({"t2_citizen": "Noget", "t2_words": ""}, "Skriv, hvad temaet var"),
        ({"a0_due_on": "i morgen"}, "dato"),
        ({"no_next": ""}, "Næste møde"),
        ({"held_early": ""}, "Sæt kryds, hvis mødet er holdt før tid"),
        ({"a0_follow_up_on": today().isoformat()}, "Opfølgningen ligger før fristen"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(met, signed_in, more, sentence):
    karen = signed_in(met.karen)
    page = text(karen.post(at("type_from_paper", met), typed(met, **more)), 422)
    assert sentence in page
    assert "Tak for i dag" in page
    with as_(met.karen):
        assert queries.meeting(met.id).state is MeetingState.CALLED


def test_everything_that_is_wrong_is_said_in_one_round(met, signed_in):
    lacks = {"a0_text": "", "t2_citizen": "Noget", "no_next_reason": "", "held_early": ""}
    page = text(signed_in(met.karen).post(at("type_from_paper", met), typed(met, **lacks)), 422)
    for said in ("hvad der skal ske", "hvad temaet var", "hvad I så har aftalt", "holdt før tid"):
        assert said in page, said


def test_on_its_day_nobody_is_asked_whether_it_was_held(met, signed_in):
    with as_(met.karen):
        models.Meeting.objects.filter(id=met.id).update(starts_at=now())
    page = text(signed_in(met.karen).get(at("type_from_paper", met)))
    assert "Mødet er holdt, før det var planlagt" not in page


@pytest.mark.parametrize("others", ["Bo: Vi prøver om aftenen", ""])
def test_she_need_not_have_said_anything(met, signed_in, others):
    silent = {"t0_citizen": "", "t0_others": others, "t0_solution": ""}
    page = text(
        signed_in(met.karen).post(at("type_from_paper", met), typed(met, **silent), follow=True)
    )
    assert f"Skrevet ind fra papir af {met.karen.name}" in page
    assert others in page
    with as_(met.karen):
        assert queries.meeting(met.id).state is MeetingState.HELD


def test_an_empty_sheet_holds_no_meeting(met, signed_in):
    nothing = {"held_early": "on", "no_next": "on", "no_next_reason": "Vi ringes ved"}
    page = text(signed_in(met.karen).post(at("type_from_paper", met), nothing), 422)
    assert "Sæt kryds, eller skriv noget." in page
    with as_(met.karen):
        assert queries.meeting(met.id).state is MeetingState.CALLED


def test_only_who_leads_types_it_in(met, signed_in):
    assert signed_in(met.bo).get(at("type_from_paper", met)).status_code == 403
    assert signed_in(met.lived.citizen).get(at("type_from_paper", met)).status_code == 403
