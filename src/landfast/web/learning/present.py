"""A copy and its marks as a page shows them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from landfast.insight.story_copy import last_day, story_from
from landfast.learning.queries.boards import Board, OwnMark
from landfast.learning.queries.studies import Gathered, MarkRow
from landfast.learning.rules.workshop import (
    ANSWER_NAMES,
    QUESTIONS,
    Answer,
    Colour,
)
from landfast.paper.storyline import Asks, Sheet, sheet
from landfast.web.learning.forms import colours


def copy_sheet(title: str, lines: list[dict[str, Any]]) -> Sheet:
    """The picture and list of a copy: it ends where it ended, nothing goes on today."""
    return sheet(title, story_from(lines), Asks(), last_day(lines))


def _href(numbers: tuple[int, ...]) -> str:
    return f"#l-{numbers[0]}"


def board_shown(there: Board) -> dict[str, Any]:
    """What a group sees: the picture with its own marks, every line with room for more."""
    shown = copy_sheet(there.title, there.lines)
    own: dict[int, list[OwnMark]] = defaultdict(list)
    for mark in there.marks:
        own[mark.line].append(mark)
    return {
        "board": there, "names": shown.names(),
        "drawing": shown.drawing(_href, with_names=False, badges=counted(there.marks)),
        "items": [(item, own.get(item.number, [])) for item in shown.told.items],
        "colours": colours(),
    }  # fmt: skip


def gathered_shown(found: Gathered) -> dict[str, Any]:
    """What the leader sees while it goes on: counts at each line, words of each group."""
    shown = copy_sheet(found.study.title, found.study.lines)
    red, green = found.count(Colour.RED), found.count(Colour.GREEN)
    lines = [
        (item, red[item.number], green[item.number],
         [mark for mark in found.marks if mark.line == item.number])
        for item in shown.told.items
    ]  # fmt: skip
    return {
        "found": found, "names": shown.names(), "answers": answers(found),
        "drawing": shown.drawing(_href, with_names=False, badges=counted(found.marks)),
        "lines": [row for row in lines if row[1] or row[2]],
        "red": sum(red.values()), "green": sum(green.values()),
    }  # fmt: skip


def counted(marks: Iterable[OwnMark | MarkRow]) -> dict[int, tuple[int, int]]:
    """Red and green by line, as the picture takes them."""
    found: dict[int, tuple[int, int]] = {}
    for mark in marks:
        red, green = found.get(mark.line, (0, 0))
        is_red = mark.colour is Colour.RED
        found[mark.line] = (red + is_red, green + (not is_red))
    return found


def answers(found: Gathered) -> list[tuple[str, list[tuple[str, int]]]]:
    """How many groups gave each answer to each fixed question; nothing where none did."""
    given = [one.answers for one in found.groups if one.answers]
    if not given:
        return []
    return [
        (question, [
            (ANSWER_NAMES[one], sum(said.get(key) == one for said in given)) for one in Answer
        ])
        for key, question in QUESTIONS.items()
    ]  # fmt: skip
