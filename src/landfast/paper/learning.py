"""The report of a workshop (J6): the picture with all marks, the marks in words, each group."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from landfast.learning.queries.studies import Gathered, MarkRow
from landfast.learning.rules.workshop import Colour
from landfast.paper import words
from landfast.paper.storyline import Told
from landfast.paper.typeset import typeset

Counted = Sequence[tuple[str, Sequence[tuple[str, int]]]]


def render(
    found: Gathered, told: Told, drawing: str, answers: Counted, today: date
) -> bytes:  # fmt: skip
    """Tagged PDF on A3; nobody who marked is named, only their group."""
    title = gettext("Workshop: %(title)s") % {"title": found.study.title}
    lines = {item.number: item for item in told.items}
    marked = sorted({mark.line for mark in found.marks})
    return typeset(
        "learning.typ",
        {
            **words.frame(title, f"{title}, {words.day(today)}"),
            "drawing": drawing,
            "say": {
                "picture": gettext("Forløbet med alle mærker. Det samme står i listen efter."),
                "marks": gettext("Mærkerne"), "none": gettext("Ingen mærker endnu."),
                "groups": gettext("Grupperne"), "themes": gettext("Temaer"),
                "challenge": gettext("Den vigtigste udfordring"),
                "meets": gettext("Det kunne løse den"), "questions": gettext("De faste spørgsmål"),
            },
            "lines": [
                {"number": number, "when": lines[number].when, "title": lines[number].title,
                 "words": lines[number].words,
                 "marks": [_mark(one) for one in found.marks if one.line == number]}
                for number in marked
                if number in lines
            ],
            "groups": [
                {"name": one.name, "themes": list(one.themes), "challenge": one.challenge,
                 "meets": one.meets_it}
                for one in found.groups
            ],
            "answers": [
                {"question": gettext(question),
                 "counts": ", ".join(f"{gettext(said)}: {count}" for said, count in counts)}
                for question, counts in answers
            ],
        },
    )  # fmt: skip


def _mark(one: MarkRow) -> str:
    colour = gettext("Rødt") if one.colour is Colour.RED else gettext("Grønt")
    return f"{colour} ({one.group}): {one.words}" if one.words else f"{colour} ({one.group})"
