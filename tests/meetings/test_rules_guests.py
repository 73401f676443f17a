"""A guest at one meeting: who may be one, and for how long. An act as it is kept. No database."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from landfast.meetings.rules import guests
from landfast.meetings.rules.acts import Act, kept_act
from landfast.meetings.rules.merging import ActKind
from tests.refusing import refusal_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_guest_reads_for_some_days_after_the_minutes_or_two_months_without():
    assert guests.after_minutes(NOON, 14) == NOON + timedelta(days=14)
    assert guests.latest(NOON) == NOON + timedelta(days=60)


@pytest.mark.parametrize(
    ("is_staff", "is_in_team", "why", "code"),
    [
        (True, False, "Kender boligen", None),
        (False, False, "Kender boligen", "not_an_employee"),
        (True, True, "Kender boligen", "in_the_team"),
        (True, False, " ", "guest_without_reason"),
    ],
)
def test_a_guest_is_an_employee_outside_the_team_with_a_reason(is_staff, is_in_team, why, code):
    said = refusal_of(guests.check_guest, is_staff=is_staff, is_in_team=is_in_team, why=why)
    assert said == code


@pytest.mark.parametrize(
    "act",
    [
        Act(uuid4(), ActKind.SAY, "7", theme=uuid4(), seat=uuid4(), how="input", text="Ja"),
        Act(uuid4(), ActKind.ACCEPT, "2", about=uuid4()),
        Act(uuid4(), ActKind.STAGE, "", how="round"),
    ],
    ids=["said", "a promise", "a choice"],
)
def test_an_act_that_waits_is_kept_whole(act):
    assert kept_act(act.id, act.kind, act.saw, act.words()) == act
