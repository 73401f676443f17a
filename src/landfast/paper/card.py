"""The contact card on paper (borgerkort, B3): as large as a bank card, to cut out and fold once."""

from django.utils.translation import gettext

from landfast.journeys.see_own_course import MyCard
from landfast.kernel.clock import today
from landfast.paper import words
from landfast.paper.typeset import typeset

TEAM, LINES, OWN = 4, 3, 2
"""More numbers than these cannot be read on so small a card."""


def render(seen: MyCard, picture: str) -> bytes:
    """Front: who holds it and who stands in. Back: evening and night, her own, and the code."""
    card, course = seen.card, seen.course
    numbers = [(line.name, line.phone) for line in card.lines[:LINES]]
    own = [(row.name, row.phone) for row in seen.relations if row.phone][:OWN]
    return typeset(
        "card.typ",
        {
            **words.frame(
                gettext("Mine folk – %(name)s") % {"name": course.called},
                gettext("Udskrevet %(day)s") % {"day": words.day(today())},
            ),
            "how": gettext("Klip kortet ud, og fold det på midten."),
            "front": [
                *(_row(one.name, role, one.phone) for one, role in words.who_holds(card.held)),
                *(_row(row.name, row.helps_with, row.phone) for row in card.helpers[:TEAM]),
            ],
            "unit": _row(course.unit, "", course.unit_phone),
            "night": gettext("Når andre har fri"),
            "lines": [_row(name, "", phone) for name, phone in numbers],
            "own_heading": gettext("Mine egne"),
            "own": [_row(name, "", phone) for name, phone in own],
            "picture": picture,
            "scan": gettext("Scan koden: Hvem skal jeg ringe til nu?"),
        },
    )


def _row(who: str, what: str, phone: str) -> dict[str, str]:
    return {"who": who, "what": what, "phone": words.phone(phone)}
