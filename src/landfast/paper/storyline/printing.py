"""The picture on A3, with its list on the pages after it."""

from datetime import date

from django.utils.translation import gettext

from landfast.paper import words
from landfast.paper.storyline.sheet import Sheet
from landfast.paper.storyline.time import window_name
from landfast.paper.typeset import typeset


def legend(*, to_citizen: bool) -> list[str]:
    """What the marks mean, in the order in which the paper draws them."""
    over = (
        gettext("Hvidt mærke: det ser vi ikke på mere")
        if to_citizen
        else gettext("Hvidt mærke: det er ikke længere værd at se på")
    )
    return [
        gettext("Det, der skete"), gettext("Møde"), gettext("Én kom eller gik"),
        gettext("Stiplet ring: en fra os kom ikke"),
        gettext("Hvid bjælke: en tom plads, eller en der dækkede"), over,
        gettext("5… er flere, der ligger tæt: nr. 5 og de næste"),
        # the paper's letters know no such cross
        gettext("Aftaler: ✓ holdt, – delvist, ✕ ikke holdt, pil: i gang").replace("✕", "×"),
    ]  # fmt: skip


def render(shown: Sheet, today: date) -> bytes:
    """Tagged PDF: which time is shown, the drawing, what its marks mean; then every line."""
    told, seen = shown.told, shown.seen
    when = window_name(seen) or f"{words.day(seen.first)} – {words.day(seen.last)}"
    footer = gettext("%(title)s, udskrevet %(day)s") % {
        "title": told.title, "day": words.day(today),
    }  # fmt: skip
    return typeset(
        "storyline.typ",
        {
            **words.frame(told.title, footer),
            "drawing": shown.drawing(), "when": when,
            "legend": legend(to_citizen=shown.to_citizen),
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
