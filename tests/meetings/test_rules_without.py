"""A meeting about her without her: a ground, a word before and after, no authority. No database."""

from datetime import UTC, datetime

import pytest

from landfast.meetings.rules import without
from landfast.meetings.rules.formats import REASON_MAX, Citizen
from tests.refusing import refusal_of, refused

TOLD = datetime(2026, 3, 2, tzinfo=UTC)
THERE = sorted(set(Citizen) - {Citizen.ABSENT})
LAW = "Serviceloven § 49 a"


@pytest.mark.parametrize(
    ("ground", "words", "code", "field"),
    [
        ("", LAW, "no_ground", "ground"),
        ("gossip", LAW, "no_ground", "ground"),
        ("law", " ", "ground_in_words", "ground_words"),
        ("consent", "x" * (REASON_MAX + 1), "too_long", "ground_words"),
    ],
)
def test_her_yes_or_a_law_is_named_in_words(ground, words, code, field):
    with refused(code, field):
        without.check_ground(Citizen.ABSENT, ground, words)


def test_a_ground_in_words_lets_them_talk():
    assert refusal_of(without.check_ground, Citizen.ABSENT, "law", LAW) is None
    assert refusal_of(without.check_ground, Citizen.ABSENT, "consent", "x" * REASON_MAX) is None


@pytest.mark.parametrize("citizen", THERE)
def test_in_a_meeting_that_she_is_at_none_of_it_is_asked(citizen):
    assert refusal_of(without.check_ground, citizen, "", "") is None
    assert refusal_of(without.check_opens, citizen, is_citizen=True) is None
    assert refusal_of(without.check_no_authority, citizen, is_application=True) is None
    assert refusal_of(without.check_told, citizen, None) is None
    assert without.must_tell(citizen, is_held=True, told_at=None) is False


def test_she_is_not_asked_to_prepare_it_and_nothing_is_granted_there():
    assert refusal_of(without.check_opens, Citizen.ABSENT, is_citizen=True) == "not_hers"
    assert refusal_of(without.check_opens, Citizen.ABSENT, is_citizen=False) is None
    for is_application, code in ((True, "no_authority"), (False, None)):
        said = refusal_of(without.check_no_authority, Citizen.ABSENT, is_application=is_application)
        assert said == code


@pytest.mark.parametrize(
    ("citizen", "is_held", "told_at", "how", "code"),
    [
        (Citizen.ABSENT, True, None, "Karen ringede", None),
        (Citizen.ABSENT, True, None, "x" * REASON_MAX, None),
        (Citizen.ABSENT, True, None, "x" * (REASON_MAX + 1), "too_long"),
        (Citizen.ABSENT, True, None, " ", "how_told"),
        (Citizen.ABSENT, True, TOLD, "Karen ringede", "already_told"),
        (Citizen.ABSENT, False, None, "Karen ringede", "not_held"),
        *((citizen, True, None, "Karen ringede", "was_there") for citizen in THERE),
    ],
)
def test_she_is_told_afterwards_once_and_it_is_written_how(citizen, is_held, told_at, how, code):
    said = refusal_of(without.check_tells, citizen, is_held=is_held, told_at=told_at, how=how)
    assert said == code


def test_nobody_gets_the_minutes_before_she_is_told():
    assert refusal_of(without.check_told, Citizen.ABSENT, None) == "not_told"
    assert refusal_of(without.check_told, Citizen.ABSENT, TOLD) is None


@pytest.mark.parametrize(
    ("is_held", "told_at", "waits"), [(True, None, True), (True, TOLD, False), (False, None, False)]
)  # fmt: skip
def test_a_meeting_that_was_held_waits_until_she_is_told(is_held, told_at, waits):
    assert without.must_tell(Citizen.ABSENT, is_held=is_held, told_at=told_at) is waits
