"""Meetings that end with a course, or fell away with it, as lines: when, where, with whom."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from landfast.kernel.text import listed
from landfast.meetings.queries import MeetingRow
from landfast.meetings.queries.fallen import AheadRow
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, NextStep


@dataclass(frozen=True)
class AheadLine:
    """One meeting; `when` is None where there is no day."""

    when: datetime | None
    runs: bool
    place: str
    names: str
    untold: str
    acts: tuple[Act, ...] = ()
    is_called: bool = False
    """Had they been asked to it?"""


def ahead_line(row: AheadRow) -> AheadLine:
    """What ends with the course."""
    names = _row_of(row.leader, *row.names)
    return AheadLine(row.starts_at, row.runs, row.place, names, _row_of(*row.untold))


def off_step(row: MeetingRow) -> NextStep:
    """A day she was told of was called off by others: it is said on her first page, and why."""
    why = _("Grunden er: »%(why)s«") % {"why": row.cancelled_because}
    act = Act(_("Se dine møder"), to("my_meetings"))
    return NextStep(_("Mødet er aflyst."), act, why, row.starts_at)


def fallen_line(row: AheadRow, leader: str) -> AheadLine:
    """What fell away with it: hers to hold after all, or to let be; led by who is here now."""
    keys = [row.course_id, row.id]
    again = _("Hold mødet") if row.is_called else _("Gør mødet klar")
    acts = (
        Act(again, to("hold_meeting_again", *keys), "post"),
        Act(_("Lad det ligge"), to("let_meeting_go", *keys), "post"),
    )
    return AheadLine(
        row.starts_at, False, row.place, _row_of(leader or row.leader, *row.names), "", acts,
        row.is_called,
    )  # fmt: skip


def step_to_fallen(line: AheadLine) -> NextStep:
    """Of one that nobody had been asked to, nobody is said to be asked again."""
    if not line.is_called:
        why = _("Vi var ved at gøre det klar, da dit forløb sluttede. Ingen er indkaldt.")
        return NextStep(_("Vil du stadig have et møde?"), line.acts[0], why, line.when)
    why = _(
        "Det faldt væk, da dit forløb sluttede. Med %(names)s. Alle bliver spurgt igen. "
        "De læser kun om det møde."
    )
    asks = _("Skal dit møde holdes alligevel?")
    return NextStep(asks, line.acts[0], why % {"names": line.names}, line.when)


def _row_of(*names: str) -> str:
    """Each once, as one says it."""
    return listed(list(dict.fromkeys(names)), _(" og ")) if names else ""
