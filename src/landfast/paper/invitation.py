"""An invitation with its agenda on paper: the words of the page (indkaldelse, product C4)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from landfast.course.queries.names import WhoseCourse
from landfast.course.rules.holding import Holder
from landfast.course.rules.languages import LANGUAGES, Language
from landfast.meetings.queries import GuestRow, MeetingView
from landfast.meetings.queries.shapes import ThemeRow
from landfast.paper import words
from landfast.paper.typeset import typeset


def render(whose: WhoseCourse, meeting: MeetingView, call: Holder | None, today: date) -> bytes:
    """When, where, how, what about, and with whom; whom to ring who cannot come."""
    when = words.moment(meeting.starts_at) or gettext("Tiden er ikke aftalt endnu")
    title = gettext("Møde %(when)s") % {"when": when} if meeting.starts_at else gettext("Møde")
    return typeset(
        "invitation.typ",
        {
            **words.frame(
                title, gettext("Indkaldelse, udskrevet %(day)s") % {"day": words.day(today)}
            ),
            "say": {
                "about": gettext("Det skal mødet handle om"), "with": gettext("Hvem der er med"),
                "none": gettext("Ingen endnu."), "not": gettext("Det taler vi ikke om"),
                "unable": gettext("Kan du ikke komme?"),
            },
            "facts": [
                {"label": label, "words": said} for label, said in _facts(whose, meeting, when)
            ],
            "themes": [_theme(theme) for theme in meeting.themes],
            "no_themes": _no_themes(meeting),
            "people": [_person(guest) for guest in meeting.guests],
            "not_to_talk_about": words.quoted(meeting.not_to_talk_about),
            "unable": _unable(call),
        },
    )  # fmt: skip


def _facts(whose: WhoseCourse, meeting: MeetingView, when: str) -> list[tuple[str, str]]:
    language = gettext(LANGUAGES[Language(meeting.interpreter)]) if meeting.interpreter else ""
    return [
        (gettext("Hvis møde"), whose.name),
        (gettext("Hvornår"), when),
        (gettext("Hvor"), meeting.place),
        (gettext("Længde"), gettext("%(minutes)s minutter") % {"minutes": meeting.minutes_long}),
        (gettext("Leder mødet"), meeting.leader),
        (gettext("Pauser"), meeting.breaks),
        (gettext("Pladser"), meeting.seating),
        (gettext("Taler først bagefter"), meeting.speaks_first),
        (gettext("Tolk"), language),
        (gettext("Bisidder"), meeting.companion or gettext("Borgeren må tage en bisidder med.")),
    ]


def _person(guest: GuestRow) -> dict[str, str]:
    """Somebody at the table; her own words for them are quoted."""
    role = words.quoted(guest.role_name) if guest.relation_id else guest.role_name or guest.role
    return {"name": guest.name, "role": role, "why": words.quoted(guest.why)}


def _theme(theme: ThemeRow) -> str:
    return f"{theme.words} ({gettext('Gemt fra sidst')})" if theme.is_kept else theme.words


def _no_themes(meeting: MeetingView) -> str:
    if meeting.agenda_before:
        return gettext("Der er ingen emner på forhånd.")
    return gettext(
        "Der er ingen dagsorden på forhånd. Borgeren siger ved starten, hvad I skal tale om."
    )


def _unable(call: Holder | None) -> str:
    if call is None:
        return ""
    said: dict[str, Any] = {"name": call.name, "phone": words.phone(call.phone)}
    if not call.phone:
        return gettext("Sig det til %(name)s.") % said
    return gettext("Ring til %(name)s på %(phone)s.") % said
