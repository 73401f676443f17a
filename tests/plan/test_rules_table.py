"""What is told at the table, and whose yes a changed wording waits for. No database."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from landfast.access.roles import CourseRole
from landfast.plan.rules import answering
from tests.refusing import refusal_of

BO, ANNA = (UUID(int=n) for n in (1, 2))
HELPER, HOLDS = frozenset({CourseRole.PROFESSIONAL}), frozenset({CourseRole.COORDINATOR})
AT = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("maker", "present", "roles", "may"),
    [
        (BO, {BO}, HOLDS, True), (BO, {ANNA}, HOLDS, False), (BO, {BO}, HELPER, False),
        (None, {BO}, HOLDS, False),
    ],
)  # fmt: skip
def test_who_leads_writes_down_what_a_maker_who_is_there_tells(maker, present, roles, may):
    assert answering.may_note_told(maker, present, roles) is may
    code = refusal_of(answering.check_note_told, maker, present, roles)
    assert code == (None if may else "not_told_here")


@pytest.mark.parametrize(
    ("told_at", "maker", "code"),
    [(AT, BO, None), (None, BO, "own_words"), (AT, ANNA, "not_the_maker")],
)
def test_only_the_maker_corrects_what_another_wrote_down_for_her(told_at, maker, code):
    assert answering.may_take_back(told_at, maker, BO) is (code is None)
    assert refusal_of(answering.check_take_back, told_at, maker, BO) == code


@pytest.mark.parametrize(
    ("offered_at", "actor", "code"),
    [(None, BO, None), (AT, ANNA, None), (AT, BO, "your_words_wait")],
)
def test_who_proposed_other_words_waits_for_the_others(offered_at, actor, code):
    assert answering.may_say_yes(offered_at, BO, actor) is (code is None)
    assert refusal_of(answering.check_may_say_yes, offered_at, BO, actor) == code
