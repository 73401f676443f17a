"""The delivery log and its failures in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.kernel import danish
from landfast.kernel.text import da
from landfast.messages.queries import ChannelRow, DeliveryRow, Unreached
from landfast.messages.rules import FAILURE_NAMES, DeliveryState, Failure, Purpose, Way
from landfast.paper import notices, short
from landfast.web.notices.forms import offered
from landfast.web.parts.shapes import Act, Person, State

_STATES: dict[DeliveryState, State] = {
    DeliveryState.WAITING: State("waiting", da("Venter")),
    DeliveryState.HANDED: State("waiting", da("På vej")),
    DeliveryState.BY_WORD: State("waiting", da("Venter på, at en siger det til dig")),
    DeliveryState.SENT: State("kept", da("Sendt")),
    DeliveryState.TOLD: State("kept", da("En har sagt det til dig")),
    DeliveryState.DEAD: State("broken", da("Kom ikke frem")),
    DeliveryState.TAKEN_BACK: State("ended", da("Ikke sendt, for det gælder dig ikke mere")),
    DeliveryState.DROPPED: State("ended", da("Ikke sendt, for du har valgt det fra")),
}


_WHAT: dict[Purpose, str] = {
    Purpose.NEWS: da("Der er nyt til dig"),
    Purpose.URGENT: da("Noget haster i dag"),
    Purpose.PHONE: da("Er det dit nummer?"),
    Purpose.CONFIRM: da("Er det din adresse?"),
    Purpose.ACCOUNT: da("Dit login er åbnet igen"),
    Purpose.RESET: da("Vælg en ny adgangskode"),
    Purpose.CHANGED: da("Din adgangskode er skiftet"),
}
_BY: dict[Way | None, str] = {Way.MAIL: da("mail"), Way.SMS: da("sms"), Way.PUSH: da("på skærmen"),
    Way.POST: da("Digital Post"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the log."""

    at: datetime
    what: str
    state: State
    by: str
    why: str


@dataclass(frozen=True)
class Missed:
    """Somebody who cannot be reached, for who can act."""

    person: Person
    since: datetime
    why: str
    again: Act


def known(channel: ChannelRow) -> dict[str, Any]:
    """The form as it stands."""
    return {
        "way": channel.way.value, "address": channel.address, "phone": danish.phone(channel.phone),
        "is_urgent": channel.is_urgent, "is_neutral": channel.is_neutral,
        "quiet_from": channel.quiet_from, "quiet_until": channel.quiet_until,
    }  # fmt: skip


def thanks(now: ChannelRow) -> str:
    """What happens next."""
    if now.way is Way.NONE and not now.is_urgent:
        return _("Det er gemt. Du får ikke besked fra os.")
    if now.address and not now.confirmed and now.way is not Way.NONE:
        return _("Det er gemt. Se i din mail, og sig ja til, at adressen er din.")
    return _("Det er gemt.")


@dataclass(frozen=True)
class Said:
    """The very words that a message will have."""

    by: str
    text: str


def said(is_neutral: bool, *, has_post: bool) -> list[Said]:
    """What each way will say, word for word, shown before one chooses."""
    link = settings.LANDFAST_PUBLIC_URL
    letter = notices.neutral(Purpose.NEWS) if is_neutral else notices.news(link)
    found = [Said(_("På mail"), letter.subject)]
    if Way.SMS in offered():
        found += [
            Said(by, short.text(purpose, link, is_neutral=is_neutral))
            for by, purpose in (
                (_("På sms"), Purpose.NEWS), (_("På sms, når det haster"), Purpose.URGENT),
            )
        ]  # fmt: skip
    if has_post and Way.POST in offered():
        post = notices.by_post(Purpose.NEWS, "" if is_neutral else link)
        found.append(Said(_("I Digital Post"), post.subject))
    if settings.LANDFAST_HAS_PUSH:
        found.append(Said(_("På skærmen"), short.on_screen(Purpose.NEWS, is_neutral=is_neutral)))
    return found


def line(row: DeliveryRow) -> Line:
    """A delivery in words; which news it was, is not said outside login and not here."""
    what = _(_WHAT[row.purpose])
    state = _STATES[row.state]
    by = _(_BY[row.way]) if row.way in _BY else ""
    return Line(row.at, what, State(state.kind, _(state.word)), by, _why(row.failure))


def is_lost(rows: Sequence[DeliveryRow]) -> bool:
    """Was the question whether the address is hers given up, the latest time it was sent?"""
    asked = next((row for row in rows if row.purpose is Purpose.CONFIRM), None)
    return asked is not None and asked.state is DeliveryState.DEAD


def missed(row: Unreached) -> Missed:
    """A colleague whose mail does not arrive, with the number to ring."""
    again = Act(
        _("Prøv beskeden til %(name)s igen") % {"name": row.name},
        reverse("retry_staff_mail", args=[row.person_id]), "post",
    )  # fmt: skip
    return Missed(Person(row.name, phone=row.phone), row.since, _why(row.failure), again)


def _why(failure: Failure | None) -> str:
    return _(FAILURE_NAMES[failure]) if failure else ""
