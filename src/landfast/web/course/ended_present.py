"""Courses that are over: for who held one until then, and for a leader."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.course.queries.ended import Ended, EndedMine
from landfast.course.rules.words import FOR_GOOD, Ending
from landfast.kernel.danish import phone as danish_phone
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Cell, Empty, Person, Table

ENDS = {
    Ending.STOPPED_BY_CITIZEN: gettext_lazy("Borgeren stoppede forløbet."),
    Ending.PLANNED: gettext_lazy("Forløbet er afsluttet."),
    Ending.MOVED: gettext_lazy("Borgeren er flyttet til en anden kommune."),
    Ending.DEATH: gettext_lazy("Borgeren er død."),
    Ending.JOINED: gettext_lazy("Er ført sammen med borgerens andet forløb."),
}


def opens_again(one: EndedMine) -> bool:
    """Can it be opened again, by her or by a leader?"""
    return one.ending not in FOR_GOOD


def who_opens(one: EndedMine) -> list[Person]:
    """Whom to ring, so that it is opened again."""
    return [Person(lead.name, _("Daglig leder, %(unit)s") % {"unit": one.unit}, lead.phone)
            for lead in one.leads]  # fmt: skip


def mine_table(rows: Sequence[EndedMine]) -> Table:
    """What I held until it ended."""
    heads = (_("Borger"), _("Sluttede"), _("Hvordan"), _("Kan åbnes af"))
    return Table(_("Sluttede forløb"), heads, tuple(_mine(row) for row in rows), hide_caption=True)


def _mine(row: EndedMine) -> tuple[Cell, ...]:
    asks = [f"{lead.name}, {danish_phone(lead.phone)}" for lead in row.leads]
    return (
        Cell(row.citizen, to("course", row.course_id)), Cell(when=row.ended_at),
        Cell(str(ENDS[row.ending])),
        Cell((" · ".join(asks) or row.unit) if opens_again(row) else _("Åbnes ikke igen")),
    )  # fmt: skip


def led_table(rows: Sequence[Ended]) -> Table:
    """What is over in a leader's units: each can be opened again while the way back is short."""
    heads = (_("Borger"), _("Sluttede"), _("Hvordan"), _("Kom tilbage"))
    return Table(
        _("Sluttede forløb"), heads, tuple(_led(row) for row in rows), hide_caption=True,
        empty=Empty(_("Ingen forløb er sluttet i dine enheder.")),
    )  # fmt: skip


def _led(row: Ended) -> tuple[Cell, ...]:
    again = Act(_("Åbn forløbet igen"), to("reopen_course", row.course_id))
    gone = _("Åbnes ikke igen") if row.ending in FOR_GOOD else _("Kræver en ny henvendelse")
    return (
        Cell(row.citizen, to("course", row.course_id)), Cell(when=row.since),
        Cell(str(ENDS[row.ending])),
        Cell(act=again) if row.may_reopen else Cell(gone),
    )  # fmt: skip
