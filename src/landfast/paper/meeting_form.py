"""A paper form for a meeting (mål- og aftaleskema, S004 §5.3): for the table, typed in afterwards.

Empty, or with the names and themes of one meeting. The page on which it is typed in has the same
parts in the same order.
"""

from datetime import date

from django.utils.translation import gettext

from landfast.course.queries.names import WhoseCourse
from landfast.meetings.queries import MeetingView
from landfast.paper import words
from landfast.paper.typeset import typeset

THEMES, AGREEMENTS = 3, 6
"""How many there is room for on an empty form, and on every form."""


def render(whose: WhoseCourse | None, meeting: MeetingView | None, today: date) -> bytes:
    """The form; without a meeting there is nobody's name on it."""
    called = whose.called if whose else gettext("borgeren")
    return typeset(
        "meeting_form.typ",
        {
            **words.frame(
                gettext("Skema til mødet"),
                gettext("Mål- og aftaleskema, udskrevet %(day)s") % {"day": words.day(today)},
            ),
            "say": _headings(called),
            "citizen": whose.name if whose else "",
            "when": words.moment(meeting.starts_at) if meeting else "",
            "place": meeting.place if meeting else "",
            "people": [guest.name for guest in meeting.guests] if meeting else [],
            "themes": _themes(meeting),
            "rows": AGREEMENTS,
        },
    )


def _themes(meeting: MeetingView | None) -> list[str]:
    known = [theme.words for theme in meeting.themes] if meeting else []
    return known or [""] * THEMES


def _headings(called: str) -> dict[str, str]:
    return {
        "citizen": gettext("Borger"), "met": gettext("Mødet"), "place": gettext("Sted"),
        "present": gettext("Hvem er her?"), "more": gettext("Andre"),
        "theme": gettext("Tema"), "said": gettext("Det sagde %(name)s") % {"name": called},
        "others": gettext("Det sagde de andre"), "solution": gettext("Det blev vi enige om"),
        "agreed": gettext("Det, vi har aftalt"), "what": gettext("Hvad"), "who": gettext("Hvem"),
        "due": gettext("Senest"), "follow_up": gettext("Følges op"),
        "yes": gettext("Sagde ja?"),
        "counts": gettext(
            "En aftale gælder, når den, der skal holde den, har sagt ja i Landfast. Krydset er til"
            " at huske på."
        ),
        "last": gettext("Til sidst"), "round": gettext("Afslutningsrunde: hvad tager I med jer?"),
        "next": gettext("Næste møde"),
    }  # fmt: skip
