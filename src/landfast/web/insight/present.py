"""The overview as tables."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.course.queries.oversight import Unheld
from landfast.course.rules.states import NAMES
from landfast.course.rules.words import State as Phase
from landfast.insight.coordinator import Taker
from landfast.insight.overdue import OverdueList
from landfast.insight.overview import Overview
from landfast.insight.workload import Load
from landfast.kernel.business_days import business_days_between
from landfast.kernel.clock import today
from landfast.kernel.danish import phone as danish_phone
from landfast.kernel.text import da
from landfast.people.rules import Presence
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Cell, Clock, Empty, NextStep, State, StateKind, Table

THERE: dict[Presence, tuple[StateKind, str]] = {
    Presence.AT_WORK: ("open", da("På arbejde")),
    Presence.OFF: ("ended", da("Har fri nu")),
    Presence.AWAY: ("due", da("Væk")),
    Presence.UNKNOWN: ("waiting", da("Ingen arbejdstid skrevet")),
}


def step(shown: Overview) -> NextStep | None:
    """What waits for the leader's own answer, a promise for the unit that nobody keeps in time,
    then somebody whose coordinator is away and not covered, a cover past its days, who asks for
    another, the longest without a coordinator (first of all somebody for whom nobody covers), and
    what the unit has promised and somebody must keep."""
    if shown.to_decide:
        return _to_decide(shown.to_decide)
    if shown.names_late:
        return _to_name(shown.names_late, _("Fristen for at finde en er gået."))
    if pressing := _left_alone(shown) or _late_cover(shown) or _another(shown):
        return pressing
    if not shown.unheld:
        return _to_name(shown.unnamed) if shown.unnamed else None
    alone = [row for row in shown.unheld if row.has_nobody]
    first = (alone or shown.unheld)[0]
    words = _("%(n)s borgere er uden koordinator. %(name)s har ventet længst.")
    if alone:
        words = _("%(n)s borgere er uden koordinator. Ingen dækker for %(name)s.")
    if len(shown.unheld) == 1:
        words = _("%(name)s er uden koordinator.")
    return NextStep(
        words % {"n": len(shown.unheld), "name": first.citizen},
        Act(_("Åbn forløbet"), to("course", first.course_id)),
        when=first.since,
    )  # fmt: skip


def _to_decide(waits: int) -> NextStep:
    """Questions that only she can answer: people wait with their promises for it."""
    words = ngettext(
        "Et spørgsmål venter på dit svar.", "%(n)s spørgsmål venter på dit svar.", waits
    )
    why = _("Andre kan først love noget, når du har svaret.")
    return NextStep(
        words % {"n": waits}, Act(_("Se, hvad du skal afgøre"), to("my_decisions")), why
    )


def _to_name(waits: int, why: str = "") -> NextStep:
    """Her own yes for a unit: about whom, and what, stands behind the link."""
    words = ngettext(
        "Du har lovet noget for din enhed, som ingen er spurgt om at holde.",
        "Du har lovet %(n)s ting for din enhed, som ingen er spurgt om at holde.",
        waits,
    )
    return NextStep(
        words % {"n": waits}, Act(_("Find en, der holder det"), to("my_agreements")), why
    )


def _left_alone(shown: Overview) -> NextStep | None:
    """Her coordinator is away, and nobody covers: she would ring a number that sleeps."""
    first = next((row for row in shown.unheld if row.away), None)
    if first is None:
        return None
    said = {"holder": first.in_place_of, "name": first.citizen}
    return NextStep(
        _("%(holder)s er væk, og ingen dækker for %(name)s.") % said,
        Act(_("Find en, der dækker"), to("cover_absence", first.away)), when=first.since,
    )  # fmt: skip


def _late_cover(shown: Overview) -> NextStep | None:
    late = [row for row in shown.unheld if row.cover_until and row.cover_until < today()]
    if not late:
        return None
    first = min(late, key=lambda row: row.cover_until or today())
    return NextStep(
        _("For sent: %(cover)s har dækket for %(name)s i mere end fem hverdage.")
        % {"cover": first.cover, "name": first.citizen},
        Act(_("Find en ny koordinator"), to("hand_over", first.course_id)),
        _("Ingen mister noget af sig selv: borgeren kan stadig ringe til %(cover)s.")
        % {"cover": first.cover}, first.cover_until,
    )  # fmt: skip


def _another(shown: Overview) -> NextStep | None:
    if not shown.changes:
        return None
    first = next((row for row in shown.changes if not row.asked), None)
    if first is None:  # somebody has been asked for every one: their answer comes first
        return None
    return NextStep(
        _("%(name)s har bedt om en anden koordinator.") % {"name": first.citizen},
        Act(_("Svar borgeren"), to("answer_change", first.course_id)),
        when=first.answer_by,
    )  # fmt: skip


def changes(shown: Overview) -> Table:
    """Citizens who ask for another coordinator, the nearest answer first. No reason is owed."""
    return Table(
        _("Beder om en anden koordinator"),
        (_("Borger"), _("Koordinator nu"), _("Bedt om"), _("Er spurgt"), _("Svar senest")),
        tuple(
            (
                Cell(row.citizen, to("answer_change", row.course_id)),
                Cell(row.holder), Cell(when=row.asked_at), Cell(row.asked or _("Ingen endnu")),
                Cell(clock=Clock(business_days_between(today(), row.answer_by), row.answer_by)),
            )
            for row in shown.changes
        ),
        hide_caption=True,
    )  # fmt: skip


def states(shown: Overview) -> Table:
    """Courses by phase, and the mean time in it."""
    return Table(
        _("Forløb efter fase"), (_("Fase"), _("Forløb"), _("Dage i fasen, i gennemsnit")),
        tuple(
            (Cell(_(NAMES[row.state])), Cell(str(row.count), _behind(row.state), is_number=True),
             Cell(str(row.days), is_number=True))
            for row in shown.states
        ),
        hide_caption=True, empty=Empty(_("Der er ingen forløb i dine enheder endnu.")),
    )  # fmt: skip


def _behind(state: Phase) -> str:
    """The list behind a number, where there is one: what is over can be opened again."""
    return to("ended_courses") if state in {Phase.CLOSED, Phase.STOPPED} else ""


def unheld(shown: Overview) -> Table:
    """Citizens without a coordinator, by name."""
    return Table(
        _("Uden koordinator"), (_("Borger"), _("Fase"), _("Siden"), _("Hvem dækker"), _("Frist")),
        tuple(_unheld(row) for row in shown.unheld),
        hide_caption=True, empty=Empty(_("Alle har en koordinator."), mark="arc"),
    )  # fmt: skip


def _unheld(row: Unheld) -> tuple[Cell, ...]:
    clock = None
    if row.cover_until:
        left = business_days_between(today(), row.cover_until)
        clock = Clock(left, row.cover_until)
    return (
        Cell(row.citizen, to("course", row.course_id)), Cell(_(NAMES[row.state])),
        Cell(when=row.since),
        Cell(_cover(row), to("cover_absence", row.away) if row.away else ""), Cell(clock=clock),
    )  # fmt: skip


def _cover(row: Unheld) -> str:
    """Who covers, why, and who has been asked to take it."""
    asked = _("%(name)s er spurgt") % {"name": row.asked} if row.asked else ""
    why = _(row.why) if row.why else ""
    if row.in_place_of:
        why = _("%(name)s er væk") % {"name": row.in_place_of}
    nobody = _("Ingen endnu") if row.has_nobody else _("En kollega ringer imens")
    cover = row.cover
    if cover and row.state is Phase.WAITING:  # rings her, and does not pick up for her
        cover = _("%(name)s ringer imens") % {"name": cover}
    return " · ".join(filter(None, [cover or nobody, why, asked]))


def taker(one: Taker) -> str:
    """Who can be asked, with what they carry."""
    values = {"name": one.person.name, "n": one.held, "asked": one.asked}
    if one.asked:
        return _("%(name)s (har %(n)s, er spurgt om %(asked)s)") % values
    return _("%(name)s (har %(n)s)") % values


def workload(shown: Overview) -> Table:
    """How many courses each holds; a name leads to her list."""
    return Table(
        _("Koordinatorer"), (_("Navn"), _("Enhed"), _("Forløb"), _("Lige nu")),
        tuple(_load(row) for row in shown.loads),
        hide_caption=True, empty=Empty(_("Der er ingen koordinatorer i dine enheder endnu.")),
    )  # fmt: skip


def _load(row: Load) -> tuple[Cell, ...]:
    held = str(row.held) if row.cap is None else f"{row.held} / {row.cap}"
    if row.as_cover:
        held += " " + _("(heraf %(n)s som dækning)") % {"n": row.as_cover}
    return (
        Cell(row.name, to("coordinator_courses", row.person_id)), Cell(row.unit),
        Cell(held, is_number=True), Cell(state=_there(row.presence)),
    )  # fmt: skip


def _there(presence: Presence) -> State:
    """As it is at this time of day: the same hours say who answers right now."""
    kind, word = THERE[presence]
    return State(kind, _(word))


def late(shown: Overview) -> Table:
    """Agreements past their date by unit. Counts only."""
    return Table(
        _("Aftaler over tiden"), (_("Enhed"), _("Over tiden"), _("Hos lederen")),
        tuple(
            (Cell(row.unit),
             Cell(str(row.overdue), to("overdue_unit", row.unit_id), is_number=True),
             Cell(str(row.at_leader), is_number=True))
            for row in shown.late
        ),
        hide_caption=True, empty=Empty(_("Alle aftaler er inden for tiden.")),
    )  # fmt: skip


def behind(shown: OverdueList) -> Table:
    """The courses behind a count, the oldest first, with whom to call."""
    return Table(
        _("Forløb med aftaler over tiden"),
        (_("Borger"), _("Aftaler over tiden"), _("Ældste frist"), _("Koordinator"), _("Telefon")),
        tuple(
            (
                Cell(one.course.name, to("course", one.course.course_id)),
                Cell(str(one.row.overdue), is_number=True), Cell(when=one.row.oldest),
                Cell(one.holder.name if one.holder else _("Ingen endnu")),
                Cell(danish_phone(one.holder.phone) if one.holder else ""),
            )
            for one in shown.courses
        ),
        hide_caption=True,
        empty=Empty(_("Der er ingen forløb her, som du kan se rammen om.")),
    )  # fmt: skip
