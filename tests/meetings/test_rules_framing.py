"""Which frame a page showed: a yes and a save are to that one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import NotNow
from landfast.meetings.rules import Answers, framing
from landfast.meetings.rules.framing import NAMES, Frame, changed_since, left_alone, mark_of

NINE = datetime(2030, 5, 6, 9, tzinfo=UTC)
FRAME = Frame(NINE, 60, place="Hjemme", breaks="Hver halve time", largest=3)
OTHERS = {
    "starts_at": None, "minutes_long": 45, "largest": None, "answers": Answers.BY_HAND,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_each_field_of_the_frame_is_in_its_mark(name):
    other = replace(FRAME, **{name: OTHERS.get(name, "Noget andet")})
    assert changed_since(mark_of(FRAME), other) == (name,)
    with pytest.raises(NotNow) as said:
        framing.check_seen(mark_of(FRAME), other)
    assert said.value.code == "frame_changed"


def test_the_same_frame_read_in_another_way_is_the_same():
    told = replace(FRAME, starts_at=NINE.astimezone(DENMARK), answers="after_each")
    assert mark_of(told) == mark_of(FRAME)
    framing.check_seen(mark_of(FRAME), told)
    framing.check_seen(None, told)


@pytest.mark.parametrize("mark", ["", "[]", "{}", "null", "[1", "7"])
def test_a_mark_that_is_none_of_ours_counts_as_all_changed(mark):
    assert changed_since(mark, FRAME) == NAMES
    assert left_alone(mark, {"place": ""}) == set()
    with pytest.raises(NotNow):
        framing.check_seen(mark, FRAME)


def test_what_was_sent_as_it_was_shown_was_left_alone():
    typed = {"starts_at": NINE.astimezone(DENMARK), "place": "Hjemme", "breaks": "", "seen": "x"}
    assert left_alone(mark_of(FRAME), typed) == {"starts_at", "place"}
