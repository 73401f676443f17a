"""Reading without a yes: how long, with which words, and where a yes begins and ends."""

from datetime import date, timedelta

import pytest

from landfast.access.rules import TOPIC_NAMES, Situation, Topic
from landfast.consent.rules import emergency, sharing
from landfast.consent.rules.emergency import REASON_MIN
from landfast.consent.rules.fresh import LONGEST_BACK, check_fresh_start
from landfast.consent.rules.legal_basis import REASON_MAX, Basis, check_by_law
from landfast.consent.rules.proxy import NAME_MAX, Limit, check_proxy
from landfast.consent.rules.situations import LONGEST_AGO, check_so_since
from landfast.consent.rules.words import ConsentState, How
from landfast.kernel.refusals import TooMany
from tests.refusing import refusal_of

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WHY = "Hun er fundet bevidstløs"


@pytest.mark.parametrize(
    ("basis", "most", "hours"),
    [
        (Basis.EMERGENCY, 24, 8), (Basis.SUL43, 24, 4), (Basis.EMERGENCY, 2, 2),
        (Basis.EMERGENCY, 1, 1), (Basis.EMERGENCY, 0, 1),
    ],
)  # fmt: skip
def test_an_emergency_lasts_what_its_ground_lasts_and_no_longer_than_the_house_says(
    basis, most, hours
):
    assert emergency.hours(basis, most) == hours


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("x" * REASON_MIN, None), ("x" * REASON_MAX, None), ("x" * (REASON_MAX + 1), "say_why"),
        ("x" * (REASON_MIN - 1) + "   ", "say_why"), ("", "say_why"),
    ],
)  # fmt: skip
def test_why_is_typed_in_a_sentence_and_not_in_a_letter(reason, code):
    assert refusal_of(emergency.check_reason, reason) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (" ", "say_what_you_found"), ("x" * REASON_MAX, None),
        ("x" * (REASON_MAX + 1), "say_what_you_found"),
    ],
)  # fmt: skip
def test_a_review_says_in_words_what_was_found(words, code):
    assert refusal_of(emergency.check_words, words) == code


def test_who_guesses_numbers_waits():
    assert isinstance(emergency.too_many_tries(), TooMany)


@pytest.mark.parametrize(
    ("reason", "until", "code"),
    [
        ("x" * REASON_MAX, TODAY + DAY, None),
        ("x" * (REASON_MAX + 1), TODAY + DAY, "say_why_by_law"),
        (WHY, TODAY, "longer_than_the_ground"),
    ],
)
def test_a_ground_in_law_is_used_from_today_with_a_reason(reason, until, code):
    assert refusal_of(check_by_law, Basis.SUL41, reason, until, TODAY) == code


def test_a_yes_may_be_to_every_topic_and_to_none_that_is_not_known():
    assert refusal_of(sharing.check_topics, list(TOPIC_NAMES)) is None
    assert refusal_of(sharing.check_topics, [*TOPIC_NAMES, "gossip"]) == "no_topic"


@pytest.mark.parametrize("how", How)
def test_what_others_write_down_says_where_it_can_be_seen_and_her_own_word_needs_no_proof(how):
    said = refusal_of(sharing.check_evidence, how, " ", "", [Topic.PLAN])
    assert said == (None if how is How.SELF else "no_evidence")
    assert refusal_of(sharing.check_evidence, how, "Mødet i mandags", "", [Topic.PLAN]) is None


@pytest.mark.parametrize("state", ConsentState)
def test_only_a_yes_that_runs_expires(state):
    given = state is ConsentState.GIVEN
    assert sharing.share_state(state, ends_at_passed=False) is state
    after = sharing.share_state(state, ends_at_passed=True)
    assert after is (ConsentState.EXPIRED if given else state)


def test_a_proxys_name_and_reason_may_be_as_long_as_their_fields():
    limits = [Limit.READ_PLAN]
    assert refusal_of(check_proxy, "x" * NAME_MAX, limits, "x" * REASON_MAX) is None
    assert refusal_of(check_proxy, "x" * (NAME_MAX + 1), limits, WHY) == "proxy_without_name"
    too_long = refusal_of(check_proxy, "Anne", limits, "x" * (REASON_MAX + 1))
    assert too_long == "proxy_without_reason"


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (TODAY, None), (TODAY + DAY, "no_day"), (TODAY - LONGEST_BACK, None),
        (TODAY - LONGEST_BACK - DAY, "no_day"),
    ],
)  # fmt: skip
def test_a_fresh_start_is_drawn_at_a_day_of_her_life(since, code):
    assert refusal_of(check_fresh_start, since, TODAY, by_citizen=True) == code


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (TODAY, None), (TODAY + DAY, "no_day"), (TODAY - LONGEST_AGO, None),
        (TODAY - LONGEST_AGO - DAY, "no_day"),
    ],
)  # fmt: skip
def test_she_is_admitted_since_a_day_that_has_been_and_not_long_ago(since, code):
    assert refusal_of(check_so_since, Situation.ADMITTED, since, TODAY) == code
