"""Minutes: the citizen first, never silently out, never silently changed."""

from datetime import date, timedelta

import pytest

from landfast.meetings.rules import minutes as rules
from landfast.meetings.rules.words import MeetingState, MinutesState
from tests.refusing import refused

S = MinutesState
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("state", [s for s in MeetingState if s is not MeetingState.HELD])
def test_minutes_are_made_once_the_meeting_was_held(state):
    with refused("not_held"):
        rules.check_make(state, has_current=False)


def test_there_is_one_current_version():
    rules.check_make(MeetingState.HELD, has_current=False)
    with refused("already_made"):
        rules.check_make(MeetingState.HELD, has_current=True)


@pytest.mark.parametrize("state", S)
def test_text_changes_freely_until_it_is_out(state):
    if state in {S.DRAFT, S.SHOWN, S.SEEN}:
        rules.check_edit(state)
    else:
        with refused("already_out"):
            rules.check_edit(state)


@pytest.mark.parametrize("state", S)
def test_a_draft_is_shown_once(state):
    if state is S.DRAFT:
        rules.check_show(state)
    else:
        with refused("already_shown"):
            rules.check_show(state)


@pytest.mark.parametrize("state", S)
def test_she_sees_what_was_shown_until_it_is_out(state):
    assert rules.may_see(state) is (state in {S.SHOWN, S.SEEN})
    if rules.may_see(state):
        rules.check_see(state)
    else:
        with refused("not_to_see"):
            rules.check_see(state)


@pytest.mark.parametrize("state", S)
def test_only_a_draft_is_kept_from_her(state):
    assert rules.may_read(state, is_citizen=True) is (state is not S.DRAFT)
    assert rules.may_read(state, is_citizen=False) is True


def test_out_when_she_has_seen_it():
    rules.check_publish(S.SEEN, MONDAY, MONDAY, "", 1)
    with refused("nobody", "recipients"):
        rules.check_publish(S.SEEN, MONDAY, MONDAY, "", 0)


def test_or_offered_two_business_days_ago_with_a_word_on_how():
    wednesday = MONDAY + timedelta(days=2)
    with refused("wait_for_her"):
        rules.check_publish(S.SHOWN, MONDAY, wednesday - timedelta(days=1), "Læst op", 1)
    with refused("how_offered", "note"):
        rules.check_publish(S.SHOWN, MONDAY, wednesday, "  ", 1)
    rules.check_publish(S.SHOWN, MONDAY, wednesday, "Læst op", 1)


@pytest.mark.parametrize(
    ("state", "shown_on"),
    [(S.DRAFT, None), (S.DRAFT, MONDAY), (S.SEEN, None), (S.RECALLED, MONDAY)],
)
def test_never_before_it_was_shown(state, shown_on):
    with refused("citizen_first"):
        rules.check_publish(state, shown_on, MONDAY + timedelta(days=9), "Læst op", 1)


def test_it_goes_out_once():
    with refused("already_out"):
        rules.check_publish(S.PUBLISHED, MONDAY, MONDAY, "", 1)


@pytest.mark.parametrize("state", S)
def test_only_what_is_out_is_recalled_and_corrected_with_a_reason(state):
    for check, allowed in (
        (rules.check_recall, {S.PUBLISHED}),
        (rules.check_correct, {S.PUBLISHED, S.RECALLED}),
    ):
        if state in allowed:
            check(state, "Forkert navn")
            with refused("no_reason", "reason"):
                check(state, " ")
        else:
            with refused("not_out"):
                check(state, "Forkert navn")
