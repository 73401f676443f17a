"""The picture on A3, with its list on the pages after it."""

from datetime import date

from django.utils.translation import gettext

from landfast.paper import words
from landfast.paper.storyline.telling import Told
from landfast.paper.typeset import typeset


def render(told: Told, drawing: str, today: date) -> bytes:
    """Tagged PDF: the drawing, then every line with the number of its mark."""
    footer = gettext("%(title)s, udskrevet %(day)s") % {
        "title": told.title, "day": words.day(today),
    }  # fmt: skip
    return typeset(
        "storyline.typ",
        {
            **words.frame(told.title, footer),
            "drawing": drawing,
            "say": {
                "same": gettext("Billedet af forløbet. Det samme står på listen efter."),
                "list": gettext("Det samme som liste"), "none": gettext("Der er ikke noget her."),
                "present": gettext("Med"), "missing": gettext("Kom ikke"),
            },
            "stretches": list(told.stretches),
            "items": [
                {"number": one.number, "when": one.when, "title": one.title, "words": one.words,
                 "present": one.present, "missing": one.missing}
                for one in told.items
            ],
        },
    )  # fmt: skip
