"""When a meeting can be, and the sentence that says why it cannot."""

import pytest

from landfast.meetings.scheduling import check, first_come, plan_data, propose, solve
from landfast.meetings.scheduling.explaining import said
from landfast.meetings.scheduling.shapes import Reason, Why
from tests.scheduling.small import FRIDAY, MONDAY, TUESDAY, meeting, person, read, week

NINE = {"weekday": 0, "starts": "09:00", "ends": "10:00"}


def solved(data):
    problem = read(data)
    plan = solve(problem, 10)
    assert check(data, plan_data(problem, plan)) == []
    return plan


def starts(plan, name="jens"):
    return f"{plan.placed[name].starts:%a %H:%M}"


def test_a_meeting_is_placed_on_the_day_it_aims_at():
    plan = solved(week(meeting(target=TUESDAY)))
    assert plan.placed["jens"].starts.date().isoformat() == TUESDAY
    assert plan.placed["jens"].room == "stuen"
    assert plan.placed["jens"].costs == ()


def test_the_citizens_wish_outranks_the_meeting_day_of_the_unit():
    block = [{"weekday": 1, "starts": "08:00", "ends": "12:00"}]
    data = week(
        meeting(target="2027-01-13", likes=[{"weekday": 2, "starts": "12:00", "ends": "16:00"}]),
        people=[person("agnes", meeting_days=block)],
    )
    plan = solved(data)
    assert starts(plan) >= "Wed 12:00"
    assert [cost.kind for cost in plan.placed["jens"].costs] == ["off_meeting_day"]


def test_the_meeting_day_of_the_unit_is_taken_where_she_has_no_wish():
    block = [{"weekday": 1, "starts": "08:00", "ends": "12:00"}]
    plan = solved(week(meeting(target=MONDAY), people=[person("agnes", meeting_days=block)]))
    assert plan.placed["jens"].starts.date().isoformat() == TUESDAY


def test_the_place_she_likes_best_comes_first_and_a_full_house_second():
    data = week(meeting(places=["huset", "hjemme"], can=[NINE]), meeting("ellen", can=[NINE]))
    data["meetings"][0]["must"] = ["bente"]
    plan = solved(data)
    assert {one.place for one in plan.placed.values()} == {"huset", "hjemme"}
    assert plan.placed["ellen"].place == "huset"
    assert plan.placed["jens"].room is None


def test_nobody_is_in_two_meetings_at_once():
    plan = solved(week(meeting(can=[NINE]), meeting("ellen", can=[NINE])))
    assert len(plan.placed) == 1
    assert list(plan.unplaced.values()) == [Why(Reason.TAKEN)]


def test_the_way_between_two_places_is_kept_free():
    morning = [{"weekday": 0, "starts": "08:00", "ends": "10:00"}]
    data = week(
        meeting(places=["hjemme"], can=morning), meeting("ellen", can=morning),
        people=[person("agnes", base="huset")],
        travel=[{"from": "huset", "to": "hjemme", "minutes": 20}],
    )  # fmt: skip
    assert len(solved(data).placed) == 1
    data["travel"] = []
    assert len(solved(data).placed) == 2


def test_two_reflectors_are_found_among_those_who_may():
    seat = {"role": "reflektant", "count": 2, "any_of": ["bente", "rune", "steen"]}
    data = week(meeting(seats=[seat], can=[NINE]))
    data["people"].append(person("steen"))
    data["people"][1]["away"] = [{"first": MONDAY, "last": MONDAY}]
    assert set(solved(data).placed["jens"].seats["reflektant"]) == {"rune", "steen"}


def test_those_who_may_come_do_when_they_can():
    data = week(
        meeting(may=["bente", "rune"], can=[NINE]), meeting("ellen", must=["bente"], can=[NINE])
    )
    data["rooms"].append({"id": "loftet", "place": "huset", "seats": 6})
    plan = solved(data)
    assert plan.placed["jens"].coming == ("rune",)
    assert [(cost.kind, cost.whom) for cost in plan.placed["jens"].costs] == [
        ("not_coming", "bente")
    ]


def test_the_second_meeting_keeps_its_distance_from_the_first():
    data = week(
        meeting("first", course="jens"),
        meeting("second", course="jens", after="first", gap=3, target=MONDAY),
    )
    plan = solved(data)
    apart = plan.placed["second"].starts.date() - plan.placed["first"].starts.date()
    assert apart.days >= 3


def test_a_locked_meeting_stays_and_another_moves_only_when_it_must():
    at_nine = {"starts": f"{MONDAY}T09:00", "place": "huset", "room": "stuen"}
    at_ten = {"starts": f"{MONDAY}T10:00", "place": "huset", "room": "stuen"}
    data = week(
        meeting(stands={**at_nine, "locked": True}),
        meeting("ellen", stands=at_ten, target=FRIDAY),
    )
    plan = solved(data)
    assert starts(plan) == "Mon 09:00"
    assert starts(plan, "ellen") == "Mon 10:00"
    data["people"][0]["away"] = [{"first": MONDAY, "last": MONDAY}]
    plan = solved(data)
    assert starts(plan) == "Mon 09:00", "what is locked is not asked again"
    assert plan.placed["ellen"].costs[0].kind == "moved"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"can": [{"weekday": 6, "starts": "09:00", "ends": "12:00"}]}, "Borgerens egne tider"),
        ({"notice": 20}, "varslet"),
        ({"must": ["agnes", "syg"]}, "syg har ingen tid"),
        ({"must": ["agnes", "aften"]}, "aften har ingen tid"),
        ({"must": ["agnes", "halv"], "can": [NINE]}, "halv har ingen tid"),
        ({"size": 9}, "lokale, der er stort nok"),
        ({"seats": [{"role": "reflektant", "count": 1, "any_of": ["syg"]}]}, "kan være reflektant"),
    ],
)
def test_what_gets_no_time_says_why(change, why):
    data = week(meeting(**change))
    data["people"] += [
        person("syg", away=[{"first": MONDAY, "last": FRIDAY}]),
        {"id": "aften", "hours": []},
        {"id": "halv", "hours": [{"weekday": 0, "starts": "09:30", "ends": "16:00"}]},
    ]
    assert why in said(solved(data).unplaced["jens"])


def test_who_is_in_the_way_is_named():
    data = week(meeting(must=["agnes", "tidlig", "sen"]))
    data["people"] += [
        {"id": "tidlig", "hours": [{"weekday": 0, "starts": "08:00", "ends": "10:00"}]},
        {"id": "sen", "hours": [{"weekday": 0, "starts": "12:00", "ends": "14:00"}]},
    ]
    assert "Uden tidlig kunne det lade sig gøre." in said(solved(data).unplaced["jens"])


def test_holidays_are_closed_without_being_named():
    data = week(
        meeting(window={"first": "2027-03-25", "last": "2027-03-26"}, target="2027-03-25"),
        days={"first": "2027-03-22", "last": "2027-03-26"},
    )
    assert solved(data).unplaced["jens"].reason is Reason.CITIZEN, "Maundy Thursday, Good Friday"


def test_three_proposals_lie_on_three_days_and_say_what_they_cost_whom():
    data = week(
        meeting(likes=[{"weekday": 1, "starts": "08:00", "ends": "16:00"}], may=["bente"]),
        meeting("ellen", stands={"starts": f"{TUESDAY}T08:00", "place": "huset", "room": "stuen"}),
    )
    data["people"][1]["away"] = [{"first": TUESDAY, "last": TUESDAY}]
    found = propose(read(data), "jens")
    assert len({one.starts.date() for one in found}) == 3
    assert f"{found[0].starts:%a %H:%M}" == "Tue 09:00"
    assert {(cost.kind, cost.whom) for cost in found[0].costs} == {
        ("off_target", "alle"), ("not_coming", "bente"),
    }  # fmt: skip
    assert {cost.kind for cost in found[1].costs} == {"not_liked"}


def test_first_come_takes_the_first_free_hour_whatever_it_costs():
    data = week(meeting(target=FRIDAY), meeting("ellen", target=MONDAY))
    problem = read(data)
    plan = first_come(problem)
    assert check(data, plan_data(problem, plan)) == []
    assert (starts(plan), starts(plan, "ellen")) == ("Mon 08:00", "Mon 09:00")
