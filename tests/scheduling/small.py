"""Small problems: one coordinator, one week, as a file has them."""

import json
from copy import deepcopy
from typing import Any

from landfast.meetings.scheduling import read_problem
from landfast.meetings.scheduling.shapes import Problem

MONDAY, TUESDAY, FRIDAY = "2027-01-11", "2027-01-12", "2027-01-15"
WEEK = [{"weekday": day, "starts": "08:00", "ends": "16:00"} for day in range(5)]


def person(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "hours": WEEK, **more}


def meeting(name: str = "jens", **more: Any) -> dict[str, Any]:
    return {
        "id": name, "course": f"forloeb-{name}", "minutes": 60, "size": 4,
        "window": {"first": MONDAY, "last": FRIDAY}, "target": MONDAY,
        "places": ["huset"], "must": ["agnes"], **more,
    }  # fmt: skip


def week(*meetings: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A week with Agnes, Bente and Rune, and one room for six in the house."""
    return deepcopy({
        "days": {"first": MONDAY, "last": FRIDAY}, "planned_on": "2027-01-04",
        "people": [person("agnes"), person("bente"), person("rune")],
        "rooms": [{"id": "stuen", "place": "huset", "seats": 6}],
        "meetings": list(meetings), **more,
    })  # fmt: skip


def read(data: dict[str, Any]) -> Problem:
    return read_problem(json.dumps(data))[0]
