"""The map day by day, and the way back, without a database."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.refusals import NotNow
from landfast.network.rules import Closeness, Sphere, Tie
from landfast.network.rules.drawing import (
    Spot,
    Stood,
    as_of,
    check_may_hide,
    check_something_to_undo,
    to_undo,
    versions,
)

MORNING = datetime(2030, 6, 4, 8, tzinfo=UTC)
TODAY = date(2030, 6, 4)
SISTER, DOG, BO = UUID(int=1), UUID(int=2), UUID(int=3)
NEAR = Spot(Sphere.FAMILY, Closeness.NEAR)
CLOSE = Spot(Sphere.FAMILY, Closeness.CLOSE, Tie.GIVES)
GONE = Spot(Sphere.FAMILY, Closeness.CLOSE, Tie.GIVES, is_gone=True)


def drawn(*lines, days_ago=0):
    """A history of (thing, spot), a minute apart."""
    begun = MORNING - timedelta(days=days_ago)
    return [
        Stood(uuid4(), thing, thing == BO, spot, begun + timedelta(minutes=n))
        for n, (thing, spot) in enumerate(lines)
    ]


def undone(history, found):
    """The history after the way back was taken."""
    at = history[-1].at + timedelta(seconds=1)
    return [*history, Stood(uuid4(), found.thing, found.is_member, found.spot, at, found.line)]


def test_the_map_of_a_day_is_how_everybody_stood_when_it_ended():
    history = [
        *drawn((SISTER, NEAR), (DOG, CLOSE), days_ago=9),
        *drawn((SISTER, CLOSE), days_ago=3),
        *drawn((DOG, GONE)),
    ]
    assert as_of(history, TODAY - timedelta(days=10)) == {}
    assert as_of(history, TODAY - timedelta(days=9)) == {SISTER: NEAR, DOG: CLOSE}
    assert as_of(history, TODAY - timedelta(days=1)) == {SISTER: CLOSE, DOG: CLOSE}
    assert as_of(history, TODAY) == {SISTER: CLOSE}
    assert versions(history) == [TODAY - timedelta(days=n) for n in (9, 3, 0)]


def test_a_stroke_late_in_the_evening_belongs_to_the_danish_day():
    late = Stood(uuid4(), DOG, False, CLOSE, datetime(2030, 6, 4, 22, 30, tzinfo=UTC))
    assert versions([late]) == [date(2030, 6, 5)]


def test_the_way_back_puts_a_sister_where_she_stood_and_a_new_one_off_the_map():
    history = drawn((SISTER, NEAR), (SISTER, CLOSE))
    found = to_undo(history, TODAY)
    assert (found.thing, found.spot) == (SISTER, NEAR)
    found = to_undo(undone(history, found), TODAY)
    assert found.spot.is_gone


def test_the_way_back_brings_back_who_was_taken_off():
    assert to_undo(drawn((SISTER, CLOSE), (SISTER, GONE)), TODAY).spot == CLOSE


def test_what_was_drawn_yesterday_stands():
    assert to_undo(drawn((SISTER, NEAR), days_ago=1), TODAY) is None
    with pytest.raises(NotNow, match="nothing_to_undo"):
        check_something_to_undo(None)


def test_who_joins_and_leaves_the_team_is_no_drawing_but_a_move_is():
    joined = drawn((SISTER, NEAR), (BO, NEAR))
    assert to_undo(joined, TODAY).thing == SISTER
    moved = drawn((BO, NEAR), (BO, CLOSE))
    assert to_undo(moved, TODAY).spot == NEAR
    assert to_undo(drawn((BO, NEAR), (BO, GONE)), TODAY) is None
    back = drawn((BO, NEAR), (BO, GONE), (BO, CLOSE))
    assert to_undo(back, TODAY) is None


def test_whom_others_have_seen_cannot_be_hidden_but_a_hidden_one_can_be_shown():
    check_may_hide(was_shared=False, hides=False)
    check_may_hide(was_shared=False, hides=True)
    check_may_hide(was_shared=True, hides=False)
    with pytest.raises(NotNow, match="seen_already"):
        check_may_hide(was_shared=True, hides=True)


SPOTS = st.builds(Spot, st.sampled_from(Sphere), st.sampled_from(Closeness))
STROKES = st.lists(st.tuples(st.sampled_from([SISTER, DOG]), SPOTS), max_size=8)


@given(STROKES)
def test_as_many_steps_back_as_strokes_end_where_the_day_began(strokes):
    before = drawn((SISTER, NEAR), days_ago=1)
    history = [*before, *drawn(*strokes)]
    for _ in strokes:
        history = undone(history, to_undo(history, TODAY))
    assert as_of(history, TODAY) == as_of(before, TODAY)
    assert to_undo(history, TODAY) is None


@given(STROKES)
def test_every_version_is_the_map_of_its_day_and_nothing_else_is_one(strokes):
    history = [
        Stood(uuid4(), thing, False, spot, MORNING - timedelta(days=len(strokes) - n))
        for n, (thing, spot) in enumerate(strokes)
    ]
    days = versions(history)
    assert days == sorted(set(days))
    assert len(days) == len(strokes)
    for n, day in enumerate(days):
        assert as_of(history, day)[strokes[n][0]] == strokes[n][1]
