"""A promise of somebody outside: whom one asks, how long, and what they say. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.plan.rules import outside
from landfast.plan.rules.outside import AFTER_DUE, LINK_LASTS, NAME_MAX, RELATION_MAX, Reply, Whom
from landfast.plan.rules.promise import NOTE_MAX, TEXT_MAX
from landfast.plan.rules.words import AgreementState
from tests.refusing import refusal_of, refused

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("due", "ends"),
    [
        (None, NOON + LINK_LASTS),
        (NOON - DAY, NOON + LINK_LASTS),
        (NOON + DAY, NOON + DAY + AFTER_DUE),
    ],
)
def test_a_link_is_open_two_weeks_and_two_weeks_after_the_date(due, ends):
    assert outside.link_ends(NOON, due) == ends


@pytest.mark.parametrize("state", AgreementState)
@pytest.mark.parametrize("has_maker", [False, True])
def test_only_a_proposal_that_nobody_is_asked_about_goes_outside(state, has_maker):
    may = state is AgreementState.PROPOSED and not has_maker
    assert outside.may_ask_outside(state, has_maker=has_maker) is may
    code = refusal_of(outside.check_may_ask_outside, state, has_maker=has_maker)
    assert code == (None if may else "already_asked")


@pytest.mark.parametrize(
    ("whom", "code"),
    [
        (Whom("Anne"), None),
        (Whom("x" * NAME_MAX, "x" * RELATION_MAX, "anne@eksempel.dk"), None),
        (Whom(" "), "no_name"),
        (Whom("x" * (NAME_MAX + 1)), "no_name"),
        (Whom("Anne", "x" * (RELATION_MAX + 1)), "too_long"),
        (Whom("Anne", address="anne"), "no_address"),
        (Whom("Anne", address="anne@eksempel"), "no_address"),
        (Whom("Anne", address="@eksempel.dk"), "no_address"),
        (Whom("Anne", address="anne berg@eksempel.dk"), "no_address"),
        (Whom("Anne", address="anne@eksempel.dk,bo@eksempel.dk"), "no_address"),
    ],
)
def test_somebody_has_a_name_and_an_address_that_can_be_one(whom, code):
    assert refusal_of(outside.check_whom, whom) == code


@pytest.mark.parametrize(
    ("is_citizen", "said_so", "code"),
    [(True, False, None), (False, True, None), (False, False, "not_the_citizens_word")],
)
def test_what_is_promised_leaves_the_team_on_her_word_only(is_citizen, said_so, code):
    left = refusal_of(
        outside.check_shown_with_a_yes, is_citizen=is_citizen, citizen_said_so=said_so
    )
    assert left == code


def test_a_closed_link_opens_nothing_and_other_words_wait_for_their_answer():
    assert refusal_of(outside.check_link_opens, opens=True) is None
    assert refusal_of(outside.check_link_opens, opens=False) == "link_is_closed"
    assert refusal_of(outside.check_not_offered, offered=False) is None
    assert refusal_of(outside.check_not_offered, offered=True) == "your_words_wait"


@pytest.mark.parametrize(
    ("reply", "note", "code"),
    [
        (Reply.YES, "", None),
        (Reply.NO, "Jeg har ikke tid", None),
        (Reply.NO, " ", "missing"),
        (Reply.DONE, "", None),
        (Reply.PARTLY, "", "no_because"),
        (Reply.NOT_DONE, " ", "no_because"),
        (Reply.NOT_DONE, "Hun var ikke hjemme", None),
        (Reply.YES, "x" * NOTE_MAX, None),
        (Reply.YES, "x" * (NOTE_MAX + 1), "too_long"),
    ],
)
def test_a_no_and_what_was_not_done_have_their_reason(reply, note, code):
    if code is None:
        outside.check_note(reply, note)
    else:
        with refused(code, "note"):
            outside.check_note(reply, note)


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "missing"), ("x" * TEXT_MAX, None), ("x" * (TEXT_MAX + 1), "missing")]
)  # fmt: skip
def test_other_words_say_something_and_fit(text, code):
    assert refusal_of(outside.check_other_words, text) == code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Hente Ellen og køre hende", True),
        ("Passer ellens kat", True),
        ("Ringer til Krogsgaard", True),
        ("Ringer til boligforeningen", False),
        ("Hellener", False),
        ("Kører Bibi til tandlægen", True),
    ],
)
def test_it_is_known_when_the_words_name_her(words, said):
    assert outside.names_citizen(words, "Ellen Krogsgaard", "Bibi") is said
