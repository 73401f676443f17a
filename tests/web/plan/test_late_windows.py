"""A window that comes too late says what has happened, and what to do instead."""

import pytest
from django.urls import reverse

from landfast.kernel.refusals import NotNow
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.preparing import check_start
from landfast.plan.actions import accept_agreement, answer_decision
from landfast.plan.rules.deciding import DecisionAnswer
from tests.factories.parts import asked_to_decide
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


def test_a_second_yes_is_told_that_it_is_ones_own_already(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo)
    with as_(town.bo):
        accept_agreement(actor=town.bo, agreement_id=agreement)
    url = reverse("accept_agreement", args=[lived.id, agreement])
    bo = signed_in(town.bo)
    for again in (bo.post(url, {"version": "1"}, follow=True), bo.get(url, follow=True)):
        assert again.status_code == 200
        assert "Du har allerede sagt ja. Aftalen er din." in again.content.decode()
    with as_(town.bo), refused("said_yes_already"):
        accept_agreement(actor=town.bo, agreement_id=agreement)


def test_an_answered_question_says_that_it_is_answered(town, lived, signed_in):
    birgit = town.hire("Birgit Bevilger", town.social, "leader")
    key = asked_to_decide(town, lived, birgit)
    with as_(birgit):
        answer_decision(
            actor=birgit, decision_id=key, answer=DecisionAnswer.YES, because="Der er råd"
        )
    page = signed_in(birgit).get(reverse("decide", args=[lived.id, key]))
    assert page.status_code == 404
    assert "Det er besvaret, trukket tilbage eller sendt videre." in page.content.decode()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (MeetingState.PREPARING, "ikke indkaldt endnu"), (MeetingState.RUNNING, "allerede begyndt"),
        (MeetingState.HELD, "holdt og afsluttet"), (MeetingState.CANCELLED, "aflyst"),
    ],
)  # fmt: skip
def test_a_meeting_that_cannot_begin_says_which(state, said):
    with pytest.raises(NotNow) as refusal:
        check_start(state, None)
    assert said in refusal.value.sentence
