"""Paper for her own words: bad days, people, wishes; for those whom a phone does not serve (§11).

Nobody's name stands on it. It is typed in afterwards, beside her or by her coordinator, marked so.
"""

from datetime import date

from django.utils.translation import gettext

from landfast.network.rules import CLOSENESS_NAMES
from landfast.network.rules.unwell import PARTS, SEEN_BY_NAMES
from landfast.paper import words
from landfast.paper.typeset import typeset
from landfast.programmes.rules import NeedArea

PEOPLE = 10
"""Rows for people, animals and places."""


def render(today: date) -> bytes:
    """Three parts; each may stay empty."""
    title = gettext("Mine egne ord")
    footer = gettext("Udskrevet %(day)s") % {"day": words.day(today)}
    return typeset(
        "own_form.typ",
        {
            **words.frame(title, footer),
            "say": _headings(),
            "parts": [gettext(name) for name in PARTS.values()],
            "readers": [gettext(name) for name in SEEN_BY_NAMES.values()],
            "near": [gettext(name) for name in CLOSENESS_NAMES.values()],
            "rows": PEOPLE,
            "areas": [words.area_name(area, to_citizen=True) for area in NeedArea],
        },
    )


def _headings() -> dict[str, str]:
    return {
        "free": gettext("Skriv det, du vil. Spring over, hvad du vil. Du kan få hjælp."),
        "name": gettext("Navn"), "unwell": gettext("Når jeg får det dårligt"),
        "who_reads": gettext("Hvem må læse det?"),
        "people": gettext("Mine folk"), "who": gettext("Navn"),
        "is_to_me": gettext("Hvem er det for mig?"), "how_near": gettext("Hvor tæt på?"),
        "tie": gettext("Giver eller koster det mig noget?"),
        "wishes": gettext("Mine ønsker, håb og drømme"),
        "strengths": gettext("Det er jeg god til"), "worked": gettext("Det har hjulpet før"),
        "statement": gettext("Det vil jeg gerne sige om mig"),
    }  # fmt: skip
