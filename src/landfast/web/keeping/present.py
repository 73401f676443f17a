"""What is kept in the words of a table: numbers for all, names for those who keep them."""

from datetime import date

from django.utils.translation import gettext as _

from landfast.keeping.queries import CaseRow, ChangeRow, Count, HoldRow, YearsRow
from landfast.keeping.rules import HOLD_NAMES, KIND_NAMES, STATE_NAMES, KeepState
from landfast.kernel.clock import DENMARK
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Cell, Empty, Table
from landfast.web.templatetags.landfast import day


def numbers(rows: list[Count]) -> Table:
    """How many stand where, and how many are due soon."""
    return Table(
        _("Antal"),
        (_("Organisation"), _("Slags"), _("Stand"), _("Forløb"), _("Inden 90 dage"),
         _("Må ikke slettes endnu")),
        tuple(
            (
                Cell(row.organisation), Cell(_(KIND_NAMES[row.kind])),
                Cell(_(STATE_NAMES[row.state])), Cell(str(row.courses), is_number=True),
                Cell(str(row.due), is_number=True), Cell(str(row.held), is_number=True),
            )
            for row in rows
        ),
        hide_caption=True,
        empty=Empty(_("Intet forløb er afsluttet endnu.")),
    )  # fmt: skip


def cases(rows: list[tuple[CaseRow, str]]) -> Table:
    """Courses by name, each with what comes next."""
    return Table(
        _("Forløb"),
        (_("Borger"), _("Stand"), _("Næste skridt"), _("Organisation")),
        tuple(
            (
                Cell(name, url=to("kept_case", row.id)), Cell(_(STATE_NAMES[row.state])),
                Cell(comes_next(row)), Cell(row.organisation),
            )
            for row, name in rows
        ),
        hide_caption=True,
        empty=Empty(_("Der er ikke noget at gøre lige nu.")),
    )  # fmt: skip


def comes_next(row: CaseRow) -> str:
    """What the rule does next, or what it waits for."""
    if row.is_held and not (row.state is KeepState.BLOCKED and row.delivers):
        return _("Venter. Se, hvad der holder det")
    if row.state is KeepState.BLOCKED:
        return _waits_for(row)
    said = {KeepState.CLOSED: _("Blokeres %(day)s"), KeepState.DELIVERED: _("Slettes %(day)s")}
    return said[row.state] % {"day": _day(row.due_on)} if row.state in said else ""


def _waits_for(row: CaseRow) -> str:
    if not row.delivers:
        return _("Får en dag for sletning efter reglen")
    if row.receipt:
        return _("En anden skal bekræfte kvitteringen")
    return _("Venter på arkivets kvittering") if row.package else _("Skal pakkes til arkivet")


def to_say(row: CaseRow) -> str:
    """What somebody without a login is to know, in the words that she would have read."""
    return _(
        "Borgeren har ikke et login og ved ikke, at oplysningerne slettes %(day)s. Skriv et brev "
        "eller ring. Sig også, at borgeren kan få en kopi først."
    ) % {"day": _day(row.delete_on)}


def state(row: CaseRow) -> str:
    """Where it stands."""
    return _(STATE_NAMES[row.state])


def kind(row: CaseRow) -> str:
    """What kind of record it is."""
    return _(KIND_NAMES[row.kind])


def _day(when: date | None) -> str:
    return day(when) if when else ""


def acts(row: CaseRow, *, must_tell: bool) -> list[Act]:
    """What the officer can do with a case as it stands."""
    found = []
    if must_tell:
        found.append(Act(_("Fortæl borgeren dagen"), to("note_told", row.id)))
    if row.state is KeepState.CLOSED:
        found.append(Act(_("Udsæt blokeringen"), to("postpone_case", row.id)))
    if row.state is KeepState.BLOCKED and row.package and not row.receipt:
        found.append(Act(_("Skriv arkivets kvittering"), to("note_receipt", row.id)))
    if row.state is KeepState.BLOCKED and row.receipt:
        found.append(Act(_("Bekræft kvitteringen"), to("confirm_receipt", row.id)))
    if row.state in {KeepState.BLOCKED, KeepState.DELIVERED}:
        found.append(Act(_("Tag tilbage"), to("take_case_back", row.id)))
    return [*found, Act(_("Må ikke slettes endnu"), to("hold_case", row.id))]


def held(row: CaseRow, rows: list[HoldRow]) -> list[tuple[str, Act]]:
    """What holds it, each with the way to lift it."""
    return [
        (
            " ".join(
                filter(None, (
                    f"{_(HOLD_NAMES[one.kind])}. {one.why}",
                    _("Til og med %(day)s.") % {"day": _day(one.until)} if one.until else "",
                    f"({one.by}, {day(one.at)})",
                ))
            ),
            Act(_("Ophæv"), to("lift_case", row.id, one.id), method="post"),
        )
        for one in rows
    ]  # fmt: skip


def history(rows: list[ChangeRow]) -> list[str]:
    """The steps, in order: when, what, by whom, why."""
    return [
        " ".join(
            filter(None, (
                f"{day(one.at.astimezone(DENMARK))}: {_(STATE_NAMES[one.after])}.",
                one.why, f"({one.by or _('efter reglen')})",
            ))
        )
        for one in rows
    ]  # fmt: skip


def years(rows: list[YearsRow]) -> Table:
    """The rules in force, each with the way to change it."""
    return Table(
        _("Regler"),
        (_("Slags"), _("Organisation"), _("År"), _("Afleveres"), _("Dage til sletning"),
         _("Kilde")),
        tuple(
            (
                Cell(_(KIND_NAMES[row.kind]),
                     url=to_years(row)),
                Cell(row.organisation), Cell(str(row.rule.years), is_number=True),
                Cell(_("Ja") if row.rule.delivers else _("Nej")),
                Cell(str(row.rule.wait_days), is_number=True), Cell(_(row.rule.source)),
            )
            for row in rows
        ),
        hide_caption=True,
    )  # fmt: skip


def to_years(row: YearsRow) -> str:
    """The address of one rule."""
    return to("set_keeping_years", row.organisation_id, row.kind.value)


def told(row: CaseRow | None) -> list[str]:
    """What the citizen reads on her first page: how long it is kept, and who has it afterwards."""
    match row:
        case CaseRow(state=KeepState.CLOSED, block_on=date() as when):
            return [
                (
                    _("Vi gemmer det, der står om dig. Andre kan se det mindst til %(day)s.")
                    if row.is_held
                    else _("Vi gemmer det, der står om dig. Andre kan se det til %(day)s.")
                )
                % {"day": day(when)},
                _("Derefter kan kun du læse det, til det bliver slettet."),
                *_archive(row, _("Før det bliver slettet, får et arkiv en kopi. Det siger loven.")),
            ]
        case CaseRow(state=KeepState.BLOCKED):
            return [
                _("Nu er det kun dig, der kan læse det, der står om dig."),
                *_archive(row, _("Først får et arkiv en kopi. Det siger loven.")),
                *_archive(
                    row,
                    _("Efter det går der mindst %(days)s dage. Så bliver det slettet her.")
                    % {"days": row.wait_days},
                ),
                _("Du får besked om dagen.")
                if row.delivers
                else _("Det bliver slettet senere. Du får besked om dagen."),
            ]
        case CaseRow(state=KeepState.DELIVERED, is_held=True):
            return [
                _("Dine oplysninger slettes ikke endnu. Noget skal gøres færdigt først."),
                _("Du kan se dagen her, når vi kender den."),
                *_archive(row, _("Et arkiv har en kopi. Det siger loven.")),
            ]
        case CaseRow(state=KeepState.DELIVERED, delete_on=date() as when):
            return [
                _("Dine oplysninger slettes %(day)s.") % {"day": day(when)},
                *_archive(row, _("Et arkiv har en kopi. Det siger loven.")),
            ]
    return []


def _archive(row: CaseRow, words: str) -> list[str]:
    """What is said only where an archive gets its copy; private ones deliver nothing."""
    return [words] if row.delivers else []
