"""The frame of a meeting as she needs it to feel safe, and that nobody answers one unseen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings.rules.words import Answers


@dataclass(frozen=True)
class Frame:
    """The frame that she needs to feel safe (S004 §5.2)."""

    starts_at: datetime | None
    minutes_long: int
    place: str = ""
    breaks: str = ""
    seating: str = ""
    speaks_first: str = ""
    not_to_talk_about: str = ""
    largest: int | None = None
    answers: Answers = Answers.AFTER_EACH
    avoid_places: str = ""
    companion: str = ""
    interpreter: str = ""


NAMES = tuple(one.name for one in fields(Frame))


def frame_of(meeting: Any) -> Frame:
    """The frame that stands on a meeting, wherever its fields are read."""
    return Frame(**{name: getattr(meeting, name) for name in NAMES})


def mark_of(frame: Frame) -> str:
    """What a page showed, as it is sent along with the answer to it: the words themselves.

    The same frame gives the same mark, so that what was put back counts as unchanged.
    """
    return json.dumps([_plain(getattr(frame, name)) for name in NAMES], ensure_ascii=False)


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def left_alone(seen: str, typed: Mapping[str, Any]) -> set[str]:
    """The names of what was sent as the page showed it: the writer meant nothing else by it."""
    before = _before(seen)
    return {name for name, was in before.items() if name in typed and _plain(typed[name]) == was}


def _before(seen: str) -> dict[str, Any]:
    """What the page showed, by name; nothing where the mark is none of ours."""
    try:
        before = json.loads(seen)
    except ValueError:
        return {}
    is_ours = isinstance(before, list) and len(before) == len(NAMES)
    return dict(zip(NAMES, before, strict=True)) if is_ours else {}


def changed_since(seen: str, frame: Frame) -> tuple[str, ...]:
    """What is another now than the page showed; all of it where the mark is none of ours."""
    before = _before(seen)
    if not before:
        return NAMES
    return tuple(name for name in NAMES if before[name] != _plain(getattr(frame, name)))


def check_seen(seen: str | None, frame: Frame) -> None:
    """Her yes is to the frame she saw, and nobody saves over one they did not see (stale page).

    `seen` is the mark of the page; None where no page stood between.
    """
    if seen is not None and changed_since(seen, frame):
        raise NotNow(
            "frame_changed",
            da("Mødet er ændret, siden du åbnede siden. Se, hvad der står nu, og tryk så igen."),
        )
