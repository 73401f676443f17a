"""The goal and agreement sheet on paper (mål- og aftaleskema, S004 §5.3, domain A6)."""

from datetime import date

from django.utils.translation import gettext

from landfast.journeys.see_minutes import PlanSheet
from landfast.paper import words
from landfast.paper.typeset import typeset


def render(sheet: PlanSheet, today: date) -> bytes:
    """All wishes with their own steps, and agreements with what follow-up needs, as tagged PDF."""
    name = sheet.whose.name
    return typeset(
        "plan_sheet.typ",
        {
            **words.frame(
                gettext("Mål og aftaler for %(name)s") % {"name": name},
                gettext("Mål- og aftaleskema, udskrevet %(day)s") % {"day": words.day(today)},
            ),
            "say": {
                "citizen": gettext("Borger"), "next": gettext("Næste møde"),
                "is": gettext("Det er"), "rating": gettext("Så tæt er det"),
                "steps": gettext("Egne skridt"),
                "none": gettext("Ingen aftaler endnu."),
                "practical": gettext("Praktiske problemer nu"), **words.columns(),
            },
            "citizen": name,
            "next": words.moment(sheet.next_meeting.starts_at) if sheet.next_meeting else "",
            "wishes": [
                {
                    "words": wish.words,
                    "standing": gettext(words.STANDINGS[wish.standing]),
                    "rating": _rating(wish.rating),
                    "steps": [words.step(row) for row in wish.steps],
                    "agreements": [
                        words.whole_promise(row, today, sheet.in_place) for row in wish.agreements
                    ],
                }
                for wish in sheet.plan.living
            ],
            "practical": [
                words.whole_promise(row, today, sheet.in_place) for row in sheet.plan.practical
            ],
            "steps": [words.step(row) for row in sheet.plan.steps],
        },
    )  # fmt: skip


def _rating(rating: int | None) -> str:
    return "" if rating is None else gettext("%(rating)s af 10") % {"rating": rating}
