"""Three proposals for one meeting: her wishes, everybody's time, rooms, ways and parts."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings.rules import timing
from landfast.meetings.rules.timing import AT_WORK, Attendee, DayPart, Facts, House, TimeWish
from landfast.meetings.scheduling.shapes import Days, Reason, Span, Weekly, Why

FRIDAY, MONDAY = date(2027, 1, 8), date(2027, 1, 11)
KAREN = Attendee("karen", AT_WORK, base="Rådhuset", is_ours=True, must=True)
BO = Attendee("bo", AT_WORK, base="Rådhuset", is_ours=True)
ANNA = Attendee("anna", AT_WORK, base="Afsnit P3")
HALL = House("stuen", "Rådhuset", 6, 15)
FACTS = Facts(FRIDAY, 60, 4, TimeWish(), (KAREN, BO, ANNA), (HALL,))


def at(day, hour, minute=0):
    return datetime.combine(date(2027, 1, day), time(hour, minute))


def span(day, first, last):
    return Span(at(day, first), at(day, last))


def first(facts):
    found = timing.find(facts).proposals[0]
    return found.starts.replace(tzinfo=None), found.place, found.coming


def costs(proposal):
    return [(cost.kind, cost.whom) for cost in proposal.costs if cost.kind != "off_target"]


def test_three_days_each_the_best_of_its_own():
    found = timing.find(FACTS).proposals
    assert [one.starts.replace(tzinfo=None) for one in found] == [
        at(11, 8), at(12, 8), at(13, 8),
    ]  # fmt: skip
    assert found[0].room == "stuen"
    assert costs(found[0]) == []


def test_her_time_of_day_outranks_the_units_meeting_day():
    block = (Weekly(0, time(9), time(12)),)
    held = replace(FACTS, attendees=(replace(KAREN, meeting_days=block), BO))
    assert first(held)[0] == at(11, 9)
    wished = replace(held, wish=TimeWish(parts=(DayPart.AFTERNOON,)))
    best = timing.find(wished).proposals[0]
    assert best.starts.replace(tzinfo=None) == at(11, 14)
    assert costs(best) == [("off_meeting_day", "karen")]


def test_days_on_which_she_cannot_are_never_proposed():
    found = timing.find(replace(FACTS, wish=TimeWish(weekdays=(3,)))).proposals
    assert {one.starts.weekday() for one in found} == {3}


def test_a_house_that_she_avoids_is_not_proposed_and_her_own_place_comes_first():
    two = (HALL, House("salen", "Gården", 6, 15))
    avoids = replace(FACTS, rooms=two, wish=TimeWish(avoids=("Rådhuset",)))
    assert {one.place for one in timing.find(avoids).proposals} == {"Gården"}
    at_home = replace(FACTS, rooms=two, own_place="Hjemme hos Jytte")
    found = timing.find(at_home).proposals
    assert {(one.place, one.room) for one in found} == {("Hjemme hos Jytte", None)}
    none = timing.find(replace(FACTS, rooms=())).proposals
    assert {one.place for one in none} == {""}


def test_a_room_that_is_too_small_or_taken_is_not_proposed():
    small = replace(FACTS, size=7)
    assert timing.find(small).proposals == ()
    assert timing.find(small).why_none == Why(Reason.ROOM)
    taken = replace(FACTS, rooms=(replace(HALL, busy=(span(11, 8, 10),)),))
    assert first(taken)[0] == at(11, 10)


def test_own_staff_has_a_duty_to_come_and_others_are_asked():
    away = Days(MONDAY, date(2027, 2, 28))
    gone = replace(FACTS, attendees=(KAREN, replace(BO, away=(away,)), replace(ANNA, away=(away,))))
    assert costs(timing.find(gone).proposals[0]) == [
        ("not_coming_duty", "bo"), ("not_coming", "anna"),
    ]  # fmt: skip


def test_who_must_be_there_is_never_left_out():
    busy = replace(KAREN, busy=tuple(span(day, 7, 16) for day in range(11, 16)))
    assert first(replace(FACTS, attendees=(busy, BO)))[0] == at(18, 8)
    never = replace(KAREN, away=(Days(MONDAY, date(2027, 2, 28)),))
    found = timing.find(replace(FACTS, attendees=(never, BO)))
    assert found.why_none == Why(Reason.ONE, ("karen",))


def test_somebody_who_can_reflect_is_found_among_those_who_come():
    reflects = replace(
        FACTS, needs=(("reflector", 1),),
        attendees=(KAREN, replace(BO, busy=(span(11, 7, 16),), could_be=("reflector",)),
                   replace(ANNA, could_be=("reflector",))),
    )  # fmt: skip
    found = timing.find(reflects).proposals
    assert dict(found[0].seats) in (
        {"reflector": ("bo",)}, {"reflector": ("anna",)},
    )  # fmt: skip
    assert all(len(one.seats["reflector"]) == 1 for one in found)
    assert costs(found[1]) == [], "who reflects is there"
    nobody = replace(reflects, attendees=(KAREN, BO))
    assert timing.find(nobody).why_none == Why(Reason.ROLE, ("reflector",))


def test_where_it_stands_now_is_not_proposed_again():
    stands = replace(FACTS, not_at=at(11, 8))
    starts = [one.starts.replace(tzinfo=None) for one in timing.find(stands).proposals]
    assert starts == [at(12, 8), at(13, 8), at(14, 8)]


def test_who_said_no_is_not_asked_for_that_day_again():
    stands = replace(FACTS, not_at=at(12, 10), attendees=(KAREN, BO, replace(ANNA, declined=True)))
    found = timing.find(stands).proposals
    assert [one.starts.day for one in found] == [11, 13, 14]
    only_then = replace(stands, wish=TimeWish(weekdays=(1,), last=date(2027, 1, 15)))
    (kept,) = timing.find(only_then).proposals
    assert ("not_coming", "anna") in costs(kept)


def test_slots_kept_for_citizens_are_nobody_elses_until_they_are_released():
    block = (Weekly(0, time(8), time(16)), Weekly(1, time(8), time(16)))
    forum = replace(
        FACTS, with_citizen=False, released=MONDAY,
        attendees=(replace(KAREN, meeting_days=block),),
    )  # fmt: skip
    found = timing.find(forum).proposals
    assert [one.starts.date() for one in found] == [MONDAY, date(2027, 1, 13), date(2027, 1, 14)]


def test_nobody_knows_when_somebody_works_so_it_is_said():
    assert timing.find(replace(FACTS, attendees=(KAREN, Attendee("ny")))).unknown == ("ny",)


def test_what_was_chosen_must_still_be_there():
    found = timing.find(FACTS)
    assert timing.check_chosen(found, "2027-01-11T08:00|Rådhuset") == found.proposals[0]
    with pytest.raises(NotNow):
        timing.check_chosen(found, "2027-01-11T08:30|Rådhuset")


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (TimeWish(last=date(2027, 1, 7)), "search_is_past"),
        (TimeWish(date(2027, 2, 1), date(2027, 1, 20)), "search_ends_early"),
        (TimeWish(last=date(2027, 6, 1)), "search_too_long"),
    ],
)
def test_a_search_lies_ahead_and_ends(wish, code):
    with pytest.raises(Wrong) as refused:
        timing.check_wish(wish, FRIDAY)
    assert refused.value.code == code
    timing.check_wish(TimeWish(FRIDAY, FRIDAY), FRIDAY)


def test_the_search_begins_when_those_asked_have_had_a_day_to_answer():
    assert timing.window(TimeWish(), FRIDAY) == Days(MONDAY, date(2027, 2, 8))
    assert timing.window(TimeWish(date(2027, 2, 1), date(2027, 2, 5)), FRIDAY) == Days(
        date(2027, 2, 1), date(2027, 2, 5)
    )


def test_parts_of_the_day_that_follow_each_other_are_one():
    both = timing.likes(TimeWish(parts=(DayPart.MIDDAY, DayPart.MORNING, DayPart.EVENING)))
    assert [(one.starts.hour, one.ends.hour) for one in both if one.weekday == 0] == [
        (8, 14), (17, 21),
    ]  # fmt: skip


def test_the_way_is_nothing_in_ones_own_house():
    ways = timing.travel((KAREN, ANNA), (HALL,), ("Rådhuset", "Hjemme"))
    assert ways == {
        ("Rådhuset", "Hjemme"): timing.HOME_WAY, ("Afsnit P3", "Rådhuset"): 15,
        ("Afsnit P3", "Hjemme"): timing.HOME_WAY,
    }  # fmt: skip
    assert timing.widened(span(11, 9, 10), 15) == Span(at(11, 8, 45), at(11, 10, 15))
