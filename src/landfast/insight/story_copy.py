"""A story as the lines of a copy without names, and back: roles for people, moved days (J6)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from landfast.course.rules.words import Precision
from landfast.insight.storyline.shapes import End, Event, Kind, Lane, Story, Thread
from landfast.insight.storyline.stays import stays

Line = dict[str, Any]


def lines_of(story: Story, back: timedelta) -> list[Line]:
    """Every event and promise, the oldest first, all moved by the same days. No key goes along.

    What is worth a look stays behind: the groups are to find it themselves.
    """
    rows: list[tuple[date, str, Line]] = [
        (one.on, one.key, _event(one, back)) for one in story.events
    ]
    rows += [(one.since, one.key, _thread(one, back)) for one in story.threads]
    return [line for _on, _key, line in sorted(rows, key=lambda row: row[:2])]


def _event(one: Event, back: timedelta) -> Line:
    present, missing = one.as_roles
    return {
        "on": (one.on - back).isoformat(), "kind": one.kind.value, "code": one.code,
        "lanes": [lane.value for lane in one.lanes], "precision": one.precision.value,
        "words": one.words, "present": list(present), "missing": list(missing),
    }  # fmt: skip


def _thread(one: Thread, back: timedelta) -> Line:
    until = (one.until - back).isoformat() if one.until else None
    due = (one.due_on - back).isoformat() if one.due_on else None
    return {
        "on": (one.since - back).isoformat(), "kind": one.kind.value, "words": one.what,
        "until": until, "due": due, "end": one.end.value,
    }  # fmt: skip


def story_from(lines: Sequence[Mapping[str, Any]]) -> Story:
    """The story of a copy. Its keys are the lines' numbers: marks are put at them."""
    numbered = list(enumerate(lines, 1))
    events = tuple(
        _event_from(number, one) for number, one in numbered if one["kind"] != Kind.PROMISE
    )
    threads = (_thread_from(number, one) for number, one in numbered if one["kind"] == Kind.PROMISE)
    return Story(events, stays=tuple(stays(events)), threads=tuple(threads))


def _event_from(number: int, one: Mapping[str, Any]) -> Event:
    return Event(
        key_of(number), date.fromisoformat(one["on"]), Kind(one["kind"]), one["code"],
        tuple(map(Lane, one["lanes"])), one["words"], Precision(one["precision"]),
        tuple(one["present"]), tuple(one["missing"]),
    )  # fmt: skip


def _thread_from(number: int, one: Mapping[str, Any]) -> Thread:
    until, due = (one[name] and date.fromisoformat(one[name]) for name in ("until", "due"))
    return Thread(
        key_of(number), one["words"], "", date.fromisoformat(one["on"]), until, End(one["end"]), due
    )


def key_of(number: int) -> str:
    """Sorted as the lines are."""
    return f"line:{number:04}"


def names_in(story: Story, *more: str) -> set[str]:
    """Everybody whom the story names: they are taken out of all its words."""
    found = {name for name in more if name}
    named: Iterable[Event] = (one for one in story.events if one.code in {"held", "joined", "left"})
    for one in named:
        found |= {*one.present, *one.missing}
    found |= {one.who for one in story.threads if one.who}
    return found | {one.name for one in story.holders}


def last_day(lines: Sequence[Mapping[str, Any]]) -> date:
    """Where a copy ends: nothing in it is said to be going on today."""
    days = [one["on"] for one in lines] + [one["until"] for one in lines if one.get("until")]
    return date.fromisoformat(max(days))
