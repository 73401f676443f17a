"""A problem or a plan out of a file, checked against its schema and against itself."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from landfast.kernel.business_days import is_holiday
from landfast.meetings.scheduling import shapes

STEP = 30
MOST_DAYS = 400
MOST_PROBLEMS = 20

SAID = {
    "required": "mangler {fields}.",
    "additionalProperties": "har et felt, som formatet ikke har: {fields}.",
    "enum": "skal være en af {expected}.",
    "minimum": "skal være mindst {expected}.",
    "maximum": "må højst være {expected}.",
    "minItems": "må ikke være tom.",
    "uniqueItems": "nævner det samme to gange.",
    "format": "skal være en dato som 2027-03-31.",
    "pattern": "skal være et tidspunkt: 2027-03-31T14:30, eller 14:30 i en uge.",
    "minLength": "må ikke være tom.",
    "maxLength": "er for lang.",
}
TYPES = {
    "object": "skal være et objekt.",
    "array": "skal være en liste.",
    "string": "skal være en tekst.",
    "integer": "skal være et helt tal.",
    "number": "skal være et tal.",
    "boolean": "skal være true eller false.",
}


class BadProblem(Exception):
    """The file cannot be used: one Danish sentence for each thing that is wrong."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences[:MOST_PROBLEMS]
        super().__init__("\n".join(self.sentences))


def read_problem(text: str) -> tuple[shapes.Problem, dict[str, Any]]:
    """The problem, and the same as it was written. Raises `BadProblem`."""
    data = _valid(text, "problem")
    wrong = list(_contradictions(data))
    if wrong:
        raise BadProblem(wrong)
    return _problem(data), data


def read_plan(text: str) -> dict[str, Any]:
    """A plan as it was written. Raises `BadProblem`."""
    return _valid(text, "plan")


@cache
def schema(name: str) -> dict[str, Any]:
    """The published schema of a `problem` or a `plan`."""
    found: dict[str, Any] = json.loads(
        (files(__package__) / f"{name}.schema.json").read_text("utf-8")
    )
    return found


def _valid(text: str, name: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as bad:
        raise BadProblem([f"Filen er ikke JSON: linje {getattr(bad, 'lineno', 1)}."]) from bad
    validator = Draft202012Validator(schema(name), format_checker=FormatChecker(["date"]))
    wrong = [_sentence(error) for error in validator.iter_errors(data)]
    if wrong:
        raise BadProblem(wrong)
    valid: dict[str, Any] = data
    return valid


def _sentence(error: ValidationError) -> str:
    where = "".join(
        f"[{key}]" if isinstance(key, int) else f".{key}" for key in error.absolute_path
    )
    kind = str(error.validator)
    expected: Any = error.validator_value
    if kind == "type":
        said = TYPES[expected[0] if isinstance(expected, list) else expected]
    elif kind in {"required", "additionalProperties"}:
        said = SAID[kind].format(fields=", ".join(_fields(error, kind)))
    else:
        said = SAID[kind].format(expected=expected)
    return f"{where.lstrip('.') or 'Filen'} {said}"


def _fields(error: ValidationError, kind: str) -> list[str]:
    """The fields that are missing, or that nobody knows."""
    rule: Any = error.schema
    written: Any = error.instance
    if kind == "required":
        return [name for name in rule["required"] if name not in written]
    return [name for name in written if name not in rule["properties"]]


def _contradictions(data: dict[str, Any]) -> Iterator[str]:
    """What the schema cannot say: names that nobody has, times that end before they begin."""
    yield from _doubles(data)
    people = {person["id"] for person in data["people"]}
    meetings = {meeting["id"] for meeting in data["meetings"]}
    rooms = {room["id"] for room in data.get("rooms", ())}
    yield from _backwards(data, "")
    length = date.fromisoformat(data["days"]["last"]) - date.fromisoformat(data["days"]["first"])
    if length > timedelta(days=MOST_DAYS):
        yield f"days er for lang: højst {MOST_DAYS} dage."
    for meeting in data["meetings"]:
        yield from _of_meeting(meeting, people, meetings, rooms)


def _doubles(data: dict[str, Any]) -> Iterator[str]:
    for kind in ("people", "rooms", "meetings"):
        seen: set[str] = set()
        for one in data.get(kind, ()):
            if one["id"] in seen:
                yield f"{kind}: {one['id']} står der to gange."
            seen.add(one["id"])


def _of_meeting(
    meeting: dict[str, Any], people: set[str], meetings: set[str], rooms: set[str]
) -> Iterator[str]:
    name, seats = meeting["id"], meeting.get("seats", ())
    must, may = meeting.get("must", []), meeting.get("may", [])
    asked = [*must, *may, *(person for seat in seats for person in seat["any_of"])]
    for person in sorted(set(asked) - people):
        yield f"meetings: {name} nævner {person}, som ikke står i people."
    for person in sorted(set(must) & set(asked[len(must) :])):
        yield f"meetings: {name} har {person} i must og et sted til."
    if meeting.get("after", name) not in meetings or meeting.get("after") == name:
        yield f"meetings: {name} kommer efter {meeting['after']}, som ikke er et andet møde."
    room = meeting.get("stands", {}).get("room")
    if room and room not in rooms:
        yield f"meetings: {name} står i {room}, som ikke er i rooms."


def _backwards(value: Any, where: str) -> Iterator[str]:
    if isinstance(value, list):
        for n, one in enumerate(value):
            yield from _backwards(one, f"{where}[{n}]")
    elif isinstance(value, dict):
        for first, last in (("starts", "ends"), ("first", "last")):
            if first in value and last in value:
                late = (
                    value[first] >= value[last] if first == "starts" else value[first] > value[last]
                )
                if late:
                    yield f"{where.lstrip('.')} slutter, før det begynder."
        for key, one in value.items():
            yield from _backwards(one, f"{where}.{key}")


def _problem(data: dict[str, Any]) -> shapes.Problem:
    days = _days(data["days"])
    each = (days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1))
    closed = {date.fromisoformat(day) for day in data.get("closed", ())}
    travel = {}
    for way in data.get("travel", ()):
        travel[way["from"], way["to"]] = travel[way["to"], way["from"]] = way["minutes"]
    return shapes.Problem(
        days=days,
        planned_on=date.fromisoformat(data["planned_on"]),
        step=data.get("step_minutes", STEP),
        people={person["id"]: _person(person) for person in data["people"]},
        rooms={room["id"]: _room(room) for room in data.get("rooms", ())},
        travel=travel,
        meetings={meeting["id"]: _meeting(meeting) for meeting in data["meetings"]},
        free_days=frozenset(closed | {day for day in each if is_holiday(day)}),
    )


def _days(data: dict[str, str]) -> shapes.Days:
    return shapes.Days(date.fromisoformat(data["first"]), date.fromisoformat(data["last"]))


def _weekly(data: dict[str, Any], key: str) -> tuple[shapes.Weekly, ...]:
    return tuple(
        shapes.Weekly(
            one["weekday"], time.fromisoformat(one["starts"]), time.fromisoformat(one["ends"])
        )
        for one in data.get(key, ())
    )


def _spans(data: dict[str, Any]) -> tuple[shapes.Span, ...]:
    return tuple(
        shapes.Span(datetime.fromisoformat(one["starts"]), datetime.fromisoformat(one["ends"]))
        for one in data.get("busy", ())
    )


def _person(data: dict[str, Any]) -> shapes.Person:
    return shapes.Person(
        id=data["id"], hours=_weekly(data, "hours"),
        away=tuple(map(_days, data.get("away", ()))), busy=_spans(data), base=data.get("base"),
        most_a_day=data.get("most_a_day"), has_duty=data.get("has_duty", False),
        meeting_days=_weekly(data, "meeting_days"),
    )  # fmt: skip


def _room(data: dict[str, Any]) -> shapes.Room:
    return shapes.Room(data["id"], data["place"], data["seats"], _spans(data))


def _meeting(data: dict[str, Any]) -> shapes.Meeting:
    window = _days(data["window"])
    middle = window.first + (window.last - window.first) / 2
    target = date.fromisoformat(data["target"]) if "target" in data else middle
    return shapes.Meeting(
        id=data["id"], course=data["course"], minutes=data["minutes"], size=data["size"],
        window=window, target=target, places=tuple(data["places"]),
        must=tuple(data.get("must", ())), may=tuple(data.get("may", ())),
        seats=tuple(
            shapes.Seat(seat["role"], seat["count"], tuple(seat["any_of"]))
            for seat in data.get("seats", ())
        ),
        can=_weekly(data, "can"), likes=_weekly(data, "likes"),
        away=tuple(map(_days, data.get("away", ()))), notice=data.get("notice", 0),
        after=data.get("after"), gap=data.get("gap", 0), stands=_stands(data.get("stands")),
    )  # fmt: skip


def _stands(data: dict[str, Any] | None) -> shapes.Standing | None:
    if data is None:
        return None
    starts = datetime.fromisoformat(data["starts"])
    return shapes.Standing(starts, data["place"], data.get("room"), data.get("locked", False))
