"""The checker finds what is broken, whoever made the plan."""

import pytest

from landfast.meetings.scheduling import check, plan_data, solve
from tests.scheduling.small import MONDAY, meeting, person, read, week

REFLECTS = {"role": "reflektant", "count": 1, "any_of": ["rune"]}


@pytest.fixture(scope="module")
def problem():
    data = week(
        meeting(
            must=["agnes"], may=["bente"], seats=[REFLECTS], notice=2,
            can=[{"weekday": 0, "starts": "10:00", "ends": "15:00"}],
        ),
        meeting("ellen", must=["bente"], places=["hjemme"], target="2027-01-14"),
    )  # fmt: skip
    data["people"][0].update(
        busy=[{"starts": f"{MONDAY}T13:00", "ends": f"{MONDAY}T14:00"}], most_a_day=1
    )
    data["rooms"].append({"id": "skabet", "place": "huset", "seats": 2})
    return data


@pytest.fixture
def plan(problem):
    shapes = read(problem)
    found = plan_data(shapes, solve(shapes, 10))
    assert check(problem, found) == []
    return found


def test_what_is_changed_by_hand_is_found(problem, plan):
    said = {
        "uden for den periode": {"starts": "2027-01-18T10:00", "ends": "2027-01-18T11:00"},
        "varer ikke 60": {"ends": f"{MONDAY}T12:30"},
        "når borgeren ikke kan": {"starts": f"{MONDAY}T09:00", "ends": f"{MONDAY}T10:00"},
        "når agnes er optaget": {"starts": f"{MONDAY}T13:00", "ends": f"{MONDAY}T14:00"},
        "ikke har sagt ja til": {"place": "hjemme", "room": None},
        "ikke et lokale på stedet": {"room": "kælderen"},
        "der er for lille": {"room": "skabet"},
        "ikke 1 som reflektant": {"seats": {}},
        "en rolle, som mødet ikke har": {"seats": {"reflektant": ["rune"], "dommer": ["bente"]}},
        "den samme med to gange": {"coming": ["bente", "bente"]},
        "en med, der ikke er spurgt": {"coming": ["rune"]},
    }
    for words, change in said.items():
        wrong = {
            **plan,
            "placed": [
                {**one, **change} if one["meeting"] == "jens" else one for one in plan["placed"]
            ],
        }
        assert any(words in sentence for sentence in check(problem, wrong)), words


def test_every_meeting_stands_once(problem, plan):
    missing = {**plan, "placed": plan["placed"][1:]}
    assert any("står 0 gange" in sentence for sentence in check(problem, missing))
    twice = {**plan, "unplaced": [{"meeting": "jens", "why": "?"}]}
    assert any("står 2 gange" in sentence for sentence in check(problem, twice))
    unknown = {**plan, "unplaced": [{"meeting": "ukendt", "why": "?"}]}
    assert check(problem, unknown) == ["ukendt er ikke et møde i opgaven."]


def test_two_at_once_and_too_close():
    data = week(
        meeting("a", places=["huset", "hjemme"]), meeting("b", after="a", gap=1),
        people=[person("agnes", base="huset", most_a_day=1)],
        travel=[{"from": "huset", "to": "hjemme", "minutes": 30}],
    )  # fmt: skip
    held = {
        "starts": f"{MONDAY}T09:00",
        "ends": f"{MONDAY}T10:00",
        "place": "huset",
        "room": "stuen",
    }
    other = {"starts": f"{MONDAY}T10:00", "ends": f"{MONDAY}T11:00", "place": "hjemme"}
    plan = {"placed": [{"meeting": "b", **held}, {"meeting": "a", **other}], "unplaced": []}
    said = check(data, plan)
    assert "b og a kan ikke begge have agnes." in said
    assert "b ligger for tæt på a." in said
    assert any("agnes har 2 møder" in sentence for sentence in said)
    same = {"placed": [{"meeting": "b", **held}, {"meeting": "a", **held}], "unplaced": []}
    assert "b og a kan ikke begge have stuen." in check(data, same)
