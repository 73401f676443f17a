"""The relay log as it is read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Line:
    """One act as it is read, with the parts of life it belongs to."""

    on: date
    sentence: str
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Month:
    """The acts of a month, the newest first."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Stretch:
    """One who had the threads, as it is read."""

    name: str
    facts: tuple[str, ...]
    open_title: str
    open: tuple[str, ...]
    next: str


@dataclass(frozen=True)
class Told:
    """The whole log in words."""

    title: str
    lede: str
    stretches: tuple[Stretch, ...]
    passed: tuple[str, ...]
    months: tuple[Month, ...]
