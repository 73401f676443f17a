"""The log on paper: the words of the page."""

from datetime import date

from django.utils.translation import gettext

from landfast.paper import words
from landfast.paper.relay.shapes import Told
from landfast.paper.typeset import typeset


def render(told: Told, today: date) -> bytes:
    """The log as tagged PDF: the same words as the page."""
    footer = gettext("%(title)s, udskrevet %(day)s") % {
        "title": told.title, "day": words.day(today),
    }  # fmt: skip
    return typeset(
        "relay.typ",
        {
            **words.frame(told.title, footer),
            "lede": told.lede,
            "say": {
                "held": gettext("Hvem har haft trådene"),
                "nothing": gettext("Alt var færdigt."),
                "passed": gettext("Aftaler, der har skiftet hænder"),
                "did": gettext("Hvem gjorde hvad"), "none": gettext("Intet endnu."),
            },
            "stretches": [
                {"name": one.name, "facts": list(one.facts), "open_title": one.open_title,
                 "open": list(one.open), "next": one.next}
                for one in told.stretches
            ],
            "passed": list(told.passed),
            "months": [
                {"title": one.title,
                 "lines": [
                     {"on": words.day(line.on), "said": line.sentence,
                      "about": ", ".join(line.areas)}
                     for line in one.lines
                 ]}
                for one in told.months
            ],
        },
    )  # fmt: skip
