"""Her meetings as cards: when, where, and what she can do."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from landfast.journeys._of_both import Change
from landfast.kernel.clock import now
from landfast.kernel.text import da
from landfast.meetings.queries import MeetingRow
from landfast.meetings.rules import Attends, MeetingState, MinutesState
from landfast.meetings.rules.formats import Citizen
from landfast.meetings.rules.preparing import AHEAD
from landfast.web.mine.present import day_of, meeting_url, minutes_url, today_url
from landfast.web.parts.shapes import Act


@dataclass(frozen=True)
class MeetingCard:
    """A meeting in the citizen's list."""

    heading: str
    when: datetime | None
    place: str
    note: str
    acts: list[Act]
    of_both: str = ""


def coming(meetings: list[MeetingRow]) -> list[MeetingRow]:
    """Meetings that are being prepared, called or running, the nearest first."""
    found = [row for row in meetings if row.state in AHEAD]
    return sorted(found, key=lambda row: (row.starts_at is None, row.starts_at or now()))


def cancelled(meetings: list[MeetingRow]) -> list[MeetingRow]:
    """Meetings that were called off, the newest first; not those that fell away with the course."""
    return [row for row in meetings if row.state is MeetingState.CANCELLED and not row.ended]


def held(meetings: list[MeetingRow]) -> list[MeetingRow]:
    """Meetings that were held, the newest first."""
    return [row for row in meetings if row.state is MeetingState.HELD]


_NOTES: dict[MeetingState, str] = {
    MeetingState.PREPARING: da("Vi er ved at gøre mødet klar. Du vælger, hvad det handler om."),
    MeetingState.CALLED: da("Du kan altid sige, at du ikke kan. Ingen spørger hvorfor."),
    MeetingState.RUNNING: da("Mødet er i gang."),
}


WITHOUT_HER = da("Fagfolk mødes uden dig. De afgør ikke noget. Du hører om det bagefter.")
HELD_WITHOUT = da("Mødet blev holdt uden dig. De talte kun om det, du har sagt ja til.")
RECALLED = da("Referatet er trukket tilbage. Du kan stadig læse det.")


def meeting_card(row: MeetingRow, change: Change | None = None) -> MeetingCard:
    """One meeting: when, where, and what I can do; `change`: at it she meets who comes."""
    if row.citizen is Citizen.ABSENT:
        return MeetingCard(
            _("Et møde uden dig"), row.day_at, row.place, _(WITHOUT_HER), _acts_without(row)
        )
    heading = _("Møde med %(name)s") % {"name": row.leader}
    note = _(_NOTES[row.state]) if row.state in _NOTES else ""
    if row.state is MeetingState.PREPARING and not row.agenda_before:
        note = _("Vi er ved at gøre mødet klar. Du siger ved starten, hvad vi taler om.")
    if row.state is MeetingState.CANCELLED:
        return MeetingCard(heading, row.starts_at, row.place, _note_off(row), [])
    if row.state is MeetingState.HELD:
        return MeetingCard(heading, row.day_at, row.place, _note_after(row), _acts(row))
    return MeetingCard(heading, day_of(row), row.place, note, _acts(row), _of_both(change))


def _note_off(row: MeetingRow) -> str:
    if not row.cancelled_because:
        return _("Mødet er aflyst.")
    return _("Mødet er aflyst. Grunden er: »%(why)s«") % {"why": row.cancelled_because}


def _note_after(row: MeetingRow) -> str:
    """What she is to know of a meeting that was held."""
    without = _(HELD_WITHOUT) if row.attends is Attends.POINTS else ""
    recalled = _(RECALLED) if row.minutes_state is MinutesState.RECALLED else ""
    return " ".join(filter(None, [without, recalled]))


def _of_both(change: Change | None) -> str:
    """Who goes and who comes are both there: she is not handed on by letter (B6)."""
    if change is None:
        return ""
    names = {"goes": change.goes, "comes": change.comes}
    return (
        _("%(goes)s og %(comes)s er der begge. Så møder du %(comes)s sammen med en, du kender.")
        % names
    )


def _acts_without(row: MeetingRow) -> list[Act]:
    """She may read what it is about, and call it off; there is nothing to come to."""
    return [Act(_("Se mødet"), meeting_url(row))] if row.state in AHEAD else _acts(row)


def _acts(row: MeetingRow) -> list[Act]:
    if row.state is MeetingState.PREPARING:
        return [Act(_("Gør mødet klar"), meeting_url(row))]
    if row.state is MeetingState.CALLED:
        return [Act(_("Se mødet"), meeting_url(row)), Act(_("Kan ikke nu"), today_url(row))]
    if row.state is MeetingState.HELD and row.minutes_state not in {None, MinutesState.DRAFT}:
        return [Act(_("Læs referatet"), minutes_url(row))]
    return []
