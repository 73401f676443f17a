"""The story line as plain values (D7): what is seen, what is numbered, and where it stands."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.course.rules.words import Precision
from landfast.insight.storyline import (
    End,
    Event,
    Flag,
    Kind,
    Lane,
    Span,
    Story,
    Thread,
    lines,
    picture,
    sifted,
    window,
)
from landfast.insight.storyline.known import known_days
from landfast.insight.storyline.lanes import lanes_of
from landfast.insight.storyline.lengths import A_DAY, Scale
from landfast.insight.storyline.packing import packed
from landfast.insight.storyline.positions import MARK, WIDTH
from landfast.insight.storyline.stays import stays
from landfast.insight.storyline.zooming import beside, ticks

TODAY = date(2026, 6, 15)


def event(
    key: str, on: date, *lanes: Lane, kind: Kind = Kind.EVENT, code: str = "context"
) -> Event:
    return Event(key, on, kind, code, lanes or (Lane.CITIZEN,))


LIVED = Story(
    events=(
        event("far", date(2019, 3, 1)),
        event("in", date(2026, 1, 5), Lane.PSYCHIATRY, kind=Kind.STAY, code="admission"),
        event("met", date(2026, 1, 20), Lane.PSYCHIATRY, Lane.SOCIAL, kind=Kind.MEETING),
        event("out", date(2026, 2, 2), Lane.PSYCHIATRY, kind=Kind.STAY, code="discharge"),
    ),
    phases=(Span("p", "active", date(2025, 11, 1), None),),
    threads=(
        Thread("t1", "Ringer", "Bo", date(2026, 1, 20), date(2026, 2, 10), End.KEPT),
        Thread("t2", "Skriver", "Bo", date(2025, 12, 1), None, End.OPEN),
    ),
    flags=(Flag("f", date(2026, 2, 3), "Ingen fulgte op.", "Vi ser på det."),),
)


def seen(asked: str = "", story: Story = LIVED):
    there = window(asked, story, TODAY)
    rows = lines(story, there)
    return there, rows, picture(story, there, rows, TODAY)


@pytest.mark.parametrize(
    "asked",
    ["", "hele", "1999", "2026-13", "2026-1", "20260101", "2026-W54", "2026-02-30", "0000"],
)
def test_what_nobody_knows_shows_the_whole(asked):
    there, rows, _ = seen(asked)
    assert (there.scale, there.first, there.last) == (Scale.WHOLE, date(2019, 3, 1), TODAY)
    assert len(rows) == 7


def test_a_month_has_its_days_and_a_year_its_months():
    month, rows, _ = seen("2026-01")
    assert (month.first, month.last) == (date(2026, 1, 1), date(2026, 1, 31))
    assert len(ticks(month)) == 31
    # a promise that runs is seen in every month that it runs through, after what happened there
    assert [row.what.key for row in rows] == ["in", "met", "t1", "t2"]
    year, _, _ = seen("2026")
    assert [one.asks for one in ticks(year)][:2] == ["2026-01", "2026-02"]


def test_before_and_after_end_where_the_story_does():
    whole = window("", LIVED, TODAY)
    assert beside(window("2019", LIVED, TODAY), whole)[0] is None
    before, after = beside(window("2026-01", LIVED, TODAY), whole)
    assert before
    assert before.asks == "2025-12"
    assert after
    assert after.asks == "2026-02"
    assert beside(window("2026-06", LIVED, TODAY), whole)[1] is None


def test_what_two_sectors_share_is_one_thing_in_two_lanes_with_a_tie():
    _, rows, drawn = seen("2026-01")
    number = next(row.number for row in rows if row.what.key == "met")
    assert len([mark for mark in drawn.marks if mark.numbers == (number,)]) == 2
    [tie] = drawn.ties
    assert tie.top < tie.bottom


def test_a_lane_or_a_kind_alone_sifts_list_and_picture_alike():
    only = sifted(LIVED, Lane.SOCIAL)
    assert [one.key for one in only.events] == ["met"]
    assert only.lanes == (Lane.SOCIAL,)
    assert not (only.threads)
    assert not (only.flags)
    assert only.phases == LIVED.phases
    promises = sifted(LIVED, kind=Kind.PROMISE)
    assert (promises.events, promises.flags) == ((), ())
    assert promises.threads == LIVED.threads


def test_a_stay_lasts_until_the_discharge_after_it():
    [stay] = stays(LIVED.events)
    assert (stay.since, stay.until) == (date(2026, 1, 5), date(2026, 2, 2))
    [still] = stays(LIVED.events[:2])
    assert still.until is None
    again = event("in2", date(2026, 1, 9), code="admission")
    assert [one.until for one in stays([LIVED.events[1], again])] == [date(2026, 1, 9), None]


def test_no_day_is_made_up():
    day = date(2026, 1, 15)
    assert known_days(day, Precision.MONTH) == (date(2026, 1, 1), date(2026, 1, 31))
    assert known_days(day, Precision.SEASON) == (date(2025, 12, 1), date(2026, 2, 28))
    assert known_days(day, Precision.YEAR) == (date(2026, 1, 1), date(2026, 12, 31))
    about = replace(LIVED.events[2], precision=Precision.YEAR, lanes=(Lane.SOCIAL,))
    _, _, drawn = seen("2026", Story(events=(about,)))
    assert drawn.marks[0].reach == (0.0, pytest.approx(WIDTH, abs=3))


def test_a_lane_comes_from_sectors_else_from_roles_else_it_is_hers():
    assert lanes_of(["muni_social", "psychiatry"], []) == (Lane.PSYCHIATRY, Lane.SOCIAL)
    assert lanes_of([], ["gp", "citizen"]) == (Lane.CITIZEN, Lane.HEALTH)
    assert lanes_of(["martian"], []) == (Lane.OTHERS,)
    assert lanes_of([], ["nobody_knows"]) == (Lane.CITIZEN,)


days = st.dates(date(2024, 1, 1), date(2026, 6, 1))
lanes = st.lists(st.sampled_from(list(Lane)), min_size=1, max_size=3, unique=True)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    events = [
        Event(f"e{n}", on, draw(st.sampled_from(list(Kind)[:4])), "context", tuple(sorted(those)))
        for n, (on, those) in enumerate(draw(st.lists(st.tuples(days, lanes), max_size=12)))
    ]
    threads = [
        Thread(f"t{n}", "Ringer", "Bo", since, since + timedelta(days=long), End.KEPT)
        for n, (since, long) in enumerate(
            draw(st.lists(st.tuples(days, st.integers(0, 90)), max_size=12))
        )
    ]
    return Story(tuple(sorted(events, key=lambda one: one.on)), threads=tuple(threads))


@given(stories(), st.sampled_from(["", "2024", "2025-03", "2025-W11", "2025-03-12"]))
def test_all_that_is_in_the_list_is_in_the_picture_and_nothing_else(story, asked):
    _there, rows, drawn = seen(asked, story)
    shown = {number for mark in drawn.marks for number in mark.numbers}
    threads = {line.number for line in drawn.threads}
    assert not shown & threads
    assert len(shown | threads) + drawn.more == len(rows)
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= drawn.height for mark in drawn.marks)
    assert all(0 <= line.x < line.until <= WIDTH for line in drawn.threads)


@pytest.mark.parametrize(
    ("asked", "end"),
    [
        ("2026-01", End.OPEN), ("2026-01-20", End.OPEN),
        ("2026-02", End.KEPT), ("2026-02-10", End.KEPT), ("2026", End.KEPT),
    ],
)  # fmt: skip
def test_a_promise_that_was_kept_later_still_runs_in_an_earlier_picture(asked, end):
    _there, _rows, drawn = seen(asked, replace(LIVED, threads=LIVED.threads[:1]))
    assert [line.end for line in drawn.threads] == [end]


@given(st.lists(st.floats(0, 1000), max_size=80).map(sorted))
def test_no_mark_hides_another_and_none_is_lost(places):
    found = packed(places)
    assert sorted(index for one in found for index in one.members) == list(range(len(places)))
    for row in {one.row for one in found}:
        xs = [one.x for one in found if one.row == row]
        assert all(b - a >= MARK - 1e-6 for a, b in itertools.pairwise(xs))


@given(st.lists(days, min_size=1, max_size=3))
def test_the_years_and_months_hold_every_day_once(known):
    there = window("", Story(tuple(event(str(on), on) for on in sorted(known))), TODAY)
    parts = ticks(there)
    assert all(b.first == a.last + A_DAY for a, b in itertools.pairwise(parts))
    assert parts[0].first <= there.first
    assert parts[-1].last >= there.last


def test_a_year_in_which_much_happened_is_wider_than_one_without_a_word():
    busy = [event(f"b{n}", date(2025, 1 + n % 12, 3)) for n in range(20)]
    story = Story((event("far", date(2015, 5, 1)), *busy))
    whole = window("", story, TODAY)
    width = {part.first.year: whole.share(part.last + A_DAY) - whole.share(part.first)
             for part in ticks(whole)}  # fmt: skip
    assert width[2025] > 5 * width[2020]
    assert width[2020] > 0
    assert whole.share(whole.first) == 0
    assert whole.share(whole.last + A_DAY) == pytest.approx(1)


@given(st.lists(days, min_size=2, max_size=8), days, days)
def test_what_came_later_never_stands_further_left(known, one, other):
    early, late = sorted((one, other))
    seen_whole = window("", Story(tuple(event(f"{n}", on) for n, on in enumerate(known))), TODAY)
    assert seen_whole.share(early) <= seen_whole.share(late)
