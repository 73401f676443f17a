"""Minutes line by line, as one chooses what is to be covered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from landfast.meetings.rules.marks import MARK


@dataclass(frozen=True)
class Line:
    """A line of the minutes as one chooses it: a key for the form, where it stands, its words."""

    key: str
    where: str
    words: str


def lines(said: str, note: str, content: Mapping[str, Any]) -> Iterator[Line]:
    """Every line of the minutes that can be covered, in the order in which they are read."""
    yield from _lines("s", "", said)
    yield from _lines("n", "", note)
    for number, theme in enumerate(content.get("themes", [])):
        for part in ("said", "solution", "parked"):
            yield from _lines(f"t{number}{part}", theme.get("words", ""), theme.get(part, ""))
    for number, one in enumerate(content.get("reflections", [])):
        yield from _lines(f"r{number}", one.get("who", ""), one.get("text", ""))
    for number, one in enumerate(content.get("since_last", [])):
        yield from _lines(f"b{number}", one.get("what", ""), one.get("because", ""))
    for number, one in enumerate(content.get("own_steps", [])):
        yield from _lines(f"e{number}", "", one.get("what", ""))
    yield from _lines("c", "", content.get("closing", ""))


def _lines(key: str, where: str, text: str) -> Iterator[Line]:
    for number, line in enumerate(text.splitlines()):
        if line.strip() and not MARK.fullmatch(line.strip()):
            yield Line(f"{key}-{number}", where, line.strip())
