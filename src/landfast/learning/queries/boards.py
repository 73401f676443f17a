"""What a group sees on its own device: the copy, and its own marks."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.links import parts_of, signed
from landfast.kernel.reading import json_of
from landfast.learning.rules.workshop import Colour, Kind

LINK = "learning"
LONGEST = timedelta(days=30)


@dataclass(frozen=True)
class OwnMark:
    """A mark that this group has put."""

    id: UUID
    line: int
    colour: Colour
    words: str


@dataclass(frozen=True)
class Board:
    """All that a group's link shows."""

    group_id: UUID
    title: str
    lines: list[dict[str, Any]]
    kind: Kind
    is_closed: bool
    name: str
    themes: str
    challenge: str
    meets_it: str
    answers: dict[str, str]
    marks: list[OwnMark]


def token_of(group_id: UUID) -> str:
    """The group's link as it stands in an address."""
    return signed(LINK, str(group_id))


def group_of(token: str) -> UUID | None:
    """The group of a link; one that nobody here has signed opens nothing."""
    parts = parts_of(LINK, token, within=LONGEST)
    return UUID(parts[0]) if parts else None


def board(token: str) -> Board | None:
    """What the link opens; None when it opens nothing."""
    group_id = group_of(token)
    if group_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select * from learning_board(%s)", [group_id])
        row = cursor.fetchone()
    if row is None:
        return None
    title, lines, kind, closed, name, themes, challenge, meets_it, answers, marks = row
    own = [
        OwnMark(UUID(key), line, Colour(colour), words)
        for key, line, colour, words in json_of(marks)
    ]
    return Board(
        group_id, title, json_of(lines), Kind(kind), closed, name, themes, challenge, meets_it,
        json_of(answers), own,
    )  # fmt: skip
