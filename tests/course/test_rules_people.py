"""Numbers as people write them, who can coordinate, how a course ends, what may be written."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from landfast.course.rules import (
    contact,
    coordinator,
    ending,
    handover,
    observation,
    profile,
    statutory,
)
from landfast.course.rules.ending import ClosingFacts, MovingFacts
from landfast.course.rules.reason import REASON_MAX
from landfast.course.rules.words import HandoverState
from tests.refusing import refused

MONDAY = date(2026, 3, 2)
TOMORROW, YESTERDAY = MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)
OPENED = MONDAY - timedelta(days=200)
ONE, TWO = UUID(int=1), UUID(int=2)
FACTS = ClosingFacts("Bolig", "", "Bo", "Ring", 0, MONDAY)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("12 34 56 78", "12345678"),
        ("+45 12-34-56-78", "12345678"),
        ("0045 12345678", "12345678"),
        ("+47 123 45 678", "+4712345678"),
        ("0047 123 45 678", "+4712345678"),
    ],
)
def test_a_number_that_can_be_rung(written, bare):
    assert contact.phone_number(written) == bare


@pytest.mark.parametrize("written", ["", "1234567", "123456789", "02345678", "min nabo", "+123"])
def test_a_number_that_cannot(written):
    with refused("not_a_phone_number", "phone"):
        contact.phone_number(written)


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("0101500000", date(1950, 1, 1)),
        ("0101503999", date(1950, 1, 1)),
        ("0101364000", date(2036, 1, 1)),
        ("0101374000", date(1937, 1, 1)),
        ("0101369000", date(2036, 1, 1)),
        ("0101379000", date(1937, 1, 1)),
        ("0101575000", date(2057, 1, 1)),
        ("0101585000", date(1858, 1, 1)),
        ("0101588999", date(1858, 1, 1)),
        ("6101500000", date(1950, 1, 1)),
        ("6001500000", None),
        ("0113500000", None),
        ("3112991000", date(1999, 12, 31)),
        ("3112992000", date(1999, 12, 31)),
    ],
)
def test_a_birthday_and_its_century(digits, born):
    assert contact.born_on(digits) == born


def test_a_cpr_number_is_ten_digits_that_begin_with_a_day_that_has_been():
    assert contact.cpr_number("", MONDAY) == ""
    assert contact.cpr_number("010150-0000", MONDAY) == "0101500000"
    assert contact.cpr_number("020326 4000", MONDAY) == "0203264000"
    with refused("cpr_ten_digits", "cpr"):
        contact.cpr_number("010150", MONDAY)
    for wrong in ("0303264000", "0113500000"):
        with refused("cpr_no_such_date", "cpr"):
            contact.cpr_number(wrong, MONDAY)


def test_half_a_year_is_new_and_the_day_after_is_not():
    norms = coordinator.Norms(own=None, programme=15, programme_new=8)
    for days, cap in ((-1, 8), (0, 15)):
        employed = MONDAY - coordinator.NEW_FOR - timedelta(days=days)
        assert coordinator.caseload(3, norms, employed_on=employed, today=MONDAY).cap == cap


def test_somebody_who_is_employed_and_here():
    coordinator.check_available(is_away=False, is_employed=True)
    with refused("not_employed", "person"):
        coordinator.check_available(is_away=False, is_employed=False)
    with refused("on_leave", "person"):
        coordinator.check_available(is_away=True, is_employed=True)


def test_a_choice_is_explained_in_a_line():
    coordinator.check_words("x" * REASON_MAX)
    with refused("reason_missing", "reason"):
        coordinator.check_words(" ")
    with refused("reason_too_long", "reason"):
        coordinator.check_words("x" * (REASON_MAX + 1))


@pytest.mark.parametrize("state", HandoverState)
def test_one_offer_at_a_time_to_another_answered_once(state):
    coordinator.check_offer(holder=ONE, taker=TWO, has_open_offer=False)
    with refused("holds_already", "person"):
        coordinator.check_offer(holder=ONE, taker=ONE, has_open_offer=False)
    with refused("offered_already"):
        coordinator.check_offer(holder=ONE, taker=TWO, has_open_offer=True)
    if state is HandoverState.OFFERED:
        coordinator.check_open_offer(state)
    else:
        with refused("answered_already"):
            coordinator.check_open_offer(state)


@pytest.mark.parametrize("days", [0, coordinator.DEPUTY_DAYS_MAX])
def test_a_deputy_from_today_for_at_most_eight_weeks(days):
    coordinator.check_period(MONDAY, MONDAY + timedelta(days=days), MONDAY)
    with refused("cover_too_long", "ends_on"):
        last = MONDAY + timedelta(days=coordinator.DEPUTY_DAYS_MAX + 1)
        coordinator.check_period(MONDAY, last, MONDAY)
    with refused("cover_in_the_past", "starts_on"):
        coordinator.check_period(YESTERDAY, MONDAY, MONDAY)
    with refused("cover_ends_early", "ends_on"):
        coordinator.check_period(TOMORROW, MONDAY, MONDAY)


def test_the_second_is_another_who_is_employed_while_it_runs():
    fits = {"runs": True, "is_holder": False, "is_employed": True, "is_away": False}
    coordinator.check_second(**fits)
    for name, code in (
        ("runs", "not_running"), ("is_holder", "second_is_holder"), ("is_employed", "not_employed"),
        ("is_away", "on_leave"),
    ):  # fmt: skip
        with refused(code):
            coordinator.check_second(**{**fits, name: not fits[name]})


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"done": " "}, "not_told"),
        ({"who_carries_on": " "}, "not_told"),
        ({"way_back": " "}, "not_told"),
        ({"not_done": "x" * (ending.WORDS_MAX + 1)}, "too_long"),
        ({"way_back": "x" * (ending.WORDS_MAX + 1)}, "too_long"),
        ({"final_talk_on": None}, "no_final_talk"),
        ({"final_talk_on": TOMORROW}, "talk_ahead"),
        ({"final_talk_on": OPENED - timedelta(days=1)}, "talk_before_course"),
    ],
)
def test_what_a_closing_lacks(changed, code):
    with refused(code):
        ending.check_closing(replace(FACTS, **changed), OPENED, MONDAY)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"final_talk_on": OPENED},
        {"final_talk_on": None, "talk_declined": True},
        {"done": "x" * ending.WORDS_MAX},
    ],
)
def test_a_closing_that_says_enough(changed):
    ending.check_closing(replace(FACTS, **changed), OPENED, MONDAY)


def test_what_goes_along_goes_with_her_yes():
    ending.check_moving(MovingFacts("Havneby"))
    ending.check_moving(MovingFacts("Havneby", told_on="Planen", citizen_said_yes=True))
    with refused("not_told", "moves_to"):
        ending.check_moving(MovingFacts(" "))
    with refused("no_yes_to_tell"):
        ending.check_moving(MovingFacts("Havneby", told_on="Planen", citizen_said_yes=False))


def test_a_day_of_death_has_been():
    ending.check_death(MONDAY, MONDAY, MONDAY)
    with refused("death_ahead", "died_on"):
        ending.check_death(TOMORROW, MONDAY, MONDAY)


def test_a_day_of_death_may_lie_a_little_before_the_course_and_not_long():
    ending.check_death(MONDAY - ending.DEATH_BEFORE, MONDAY, MONDAY)
    with refused("death_too_old", "died_on"):
        ending.check_death(MONDAY - ending.DEATH_BEFORE - timedelta(days=1), MONDAY, MONDAY)


@pytest.mark.parametrize("days", [0, handover.OVERLAP_MAX])
def test_an_overlap_is_short(days):
    handover.check_overlap(days)
    for wrong in (-1, handover.OVERLAP_MAX + 1):
        with refused("overlap_too_long", "overlap_days"):
            handover.check_overlap(wrong)


def test_what_was_told_has_a_kind_a_day_and_a_source():
    told = {"kind": "context", "happened_on": MONDAY, "words": "", "source": "Søster",
            "today": MONDAY}  # fmt: skip
    observation.check_observation(**told)
    oldest = MONDAY - observation.OLDEST
    for fits in (
        {"happened_on": oldest},
        {"words": "x" * observation.WORDS_MAX},
        {"source": "x" * observation.SOURCE_MAX},
    ):
        observation.check_observation(**told | fits)
    for changed, code in (
        ({"kind": "gossip"}, "unknown_kind"),
        ({"happened_on": TOMORROW}, "not_yet"),
        ({"happened_on": oldest - timedelta(days=1)}, "too_old"),
        ({"source": " "}, "no_source"),
        ({"source": "x" * (observation.SOURCE_MAX + 1)}, "source_too_long"),
        ({"words": "x" * (observation.WORDS_MAX + 1)}, "too_long"),
    ):
        with refused(code):
            observation.check_observation(**told | changed)


def test_a_profile_fits():
    profile.check_profile("x" * profile.STATEMENT_MAX, "x" * profile.STRENGTHS_MAX, None)
    for size in (profile.MEETING_MIN, profile.MEETING_MAX):
        profile.check_profile("", "", size)
    for wrong, code in (
        (("x" * (profile.STATEMENT_MAX + 1), "", None), "statement_too_long"),
        (("", "x" * (profile.STRENGTHS_MAX + 1), None), "strengths_too_long"),
        (("", "", profile.MEETING_MIN - 1), "meeting_size"),
        (("", "", profile.MEETING_MAX + 1), "meeting_size"),
    ):
        with refused(code):
            profile.check_profile(*wrong)


@pytest.mark.parametrize("name", statutory.LIMITS)
def test_a_statutory_role_says_who_does_what(name):
    longest = {field: "x" * limit for field, limit in statutory.LIMITS.items()}
    statutory.check_statutory(**longest)
    with refused("statutory_role_incomplete", name):
        statutory.check_statutory(**longest | {name: " "})
    with refused("too_long", name):
        statutory.check_statutory(**longest | {name: longest[name] + "x"})
