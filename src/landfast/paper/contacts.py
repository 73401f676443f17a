"""The contact list on paper (kontaktliste, B3): whom to ring, for what, when."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from landfast.journeys.print_contacts import Contacts
from landfast.network.queries import ContactCard, RelationRow
from landfast.paper import words
from landfast.paper.typeset import typeset


def render(seen: Contacts, today: date) -> bytes:
    """The coordinator on top, then who stands in, the team, her own people with a number."""
    return typeset(
        "contacts.typ",
        {
            **words.frame(
                gettext("Mine folk – %(name)s") % {"name": seen.whose.called},
                gettext("Kontaktliste, udskrevet %(day)s") % {"day": words.day(today)},
            ),
            "say": {
                "who": gettext("Hvem"), "what": gettext("Hjælper med"),
                "phone": gettext("Telefon"), "when": gettext("Hvornår"),
            },
            "groups": [
                {"title": title, "rows": rows}
                for title, rows in (
                    (gettext("Koordinatoren"), _held(seen.card)),
                    (gettext("Hvem hjælper med hvad"), _team(seen.card)),
                    (gettext("Mine egne"), _own(seen.own)),
                )
                if rows
            ],
        },
    )  # fmt: skip


def _held(card: ContactCard) -> list[dict[str, str]]:
    return [_row(one.name, role, one.phone) for one, role in words.who_holds(card.held)]


def _team(card: ContactCard) -> list[dict[str, str]]:
    return [_row(row.name, row.helps_with, row.phone, row.call_when) for row in card.helpers]


def _own(own: Sequence[RelationRow]) -> list[dict[str, str]]:
    return [_row(row.name, row.is_to_me, row.phone) for row in own if row.phone]


def _row(name: str, what: str, phone: str, when: str = "") -> dict[str, str]:
    return {"who": name, "what": what, "phone": words.phone(phone), "when": when}
