"""The receipt of a share on paper (kvittering, product F1)."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from landfast.paper import words
from landfast.paper.typeset import typeset


def render(lede: str, facts: Sequence[tuple[str, str]], law: Sequence[str], today: date) -> bytes:
    """What the page says, as tagged PDF: the facts in their order, then the law."""
    return typeset(
        "receipt.typ",
        {
            **words.frame(
                gettext("Kvittering"),
                gettext("Kvittering, udskrevet %(day)s") % {"day": words.day(today)},
            ),
            "lede": lede,
            "facts": [{"label": label, "words": said} for label, said in facts],
            "rights": gettext("Det siger loven"),
            "law": list(law),
        },
    )
