"""The look log in the words of a table, and as files to take out."""

import csv
import io
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.access.rules import MANY_A_DAY, Ground, LookKind, Unusual, Verdict
from landfast.journeys.oversee_looks import SeenLook, SeenUnusual
from landfast.kernel.text import da
from landfast.web.parts.shapes import Cell, Empty, Table
from landfast.web.spoken import clock, page_named
from landfast.web.templatetags.landfast import day

GROUNDS: dict[Ground, str] = {
    Ground.CITIZEN: da("Borgerens egen"),
    Ground.TEAM: da("Er i teamet"),
    Ground.UNIT: da("Enheden har forløbet"),
    Ground.REFERRAL: da("Henvendelse til enheden"),
    Ground.CONSENT: da("Borgeren har delt"),
    Ground.OVERSIGHT: da("Tilsyn med loggen"),
    Ground.EMERGENCY: da("Nødadgang"),
    Ground.LAW: da("Loven giver lov"),
    Ground.PROXY: da("Må læse for borgeren"),
    Ground.MEETING: da("Gæst på et møde"),
    Ground.DECISION: da("Skal svare på et spørgsmål"),
}
REASONS: dict[Unusual, str] = {
    Unusual.MANY: da("Har åbnet %(n)s borgere på én dag. Grænsen er %(most)s."),
    Unusual.NO_WORK: da("Har ikke skrevet noget i forløbet to uger før eller efter."),
    Unusual.SAME_NAME: da("Har samme efternavn som borgeren."),
    Unusual.NIGHT: da("Opslag om natten: %(n)s."),
    Unusual.BROWSED: da("Har åbnet %(n)s henvendelser på én dag uden at gøre noget ved dem."),
}
KINDS: dict[LookKind, str] = {
    LookKind.READ: da("Læste"),
    LookKind.LIST: da("På en liste"),
    LookKind.SEARCH: da("Søgte"),
    LookKind.EXPORT: da("Tog en kopi"),
    LookKind.PRINT: da("Skrev ud"),
    LookKind.REFUSED: da("Fik ikke lov"),
    LookKind.CHANGE: da("Ændrede noget"),
}
VERDICTS: dict[Verdict, str] = {
    Verdict.FINE: da("I orden"), Verdict.FOLLOW_UP: da("Der skal følges op"),
}  # fmt: skip
NOBODY = UUID(int=0)
FIELDS = ("at", "person", "unit", "role", "citizen", "what", "kind", "ground", "allowed")


def ground(code: str) -> str:
    """Why somebody may look."""
    return _(GROUNDS[Ground(code)]) if code in set(Ground) else ""


def kind(code: str) -> str:
    """What a look was; nothing for those from before it was written down."""
    return _(KINDS[LookKind(code)]) if code in set(LookKind) else ""


def role(code: str) -> str:
    """What somebody is to the course."""
    return _(COURSE_ROLES[CourseRole(code)].name) if code in set(CourseRole) else ""


def found(rows: list[SeenLook]) -> Table:
    """The rows of a search."""
    return Table(
        _("Opslag"),
        (_("Hvem"), _("Hvornår"), _("Enhed og rolle"), _("Borger"), _("Så"), _("Hvordan"),
         _("Hvorfor")),
        tuple(_row(one) for one in rows),
        hide_caption=True, empty=Empty(_("Ingen har kigget i de dage.")),
    )  # fmt: skip


def _row(one: SeenLook) -> tuple[Cell, ...]:
    look = one.look
    why = ground(look.ground)
    at = f"{day(look.at)} {clock(look.at)}"
    return (
        Cell(one.person or _("Borgeren selv")), Cell(at),
        Cell(", ".join(filter(None, (one.unit, role(look.role))))),
        Cell(one.citizen), Cell(page_named(look.what)), Cell(kind(look.kind)), Cell(why),
    )  # fmt: skip


def lines(rows: list[SeenLook]) -> list[dict[str, Any]]:
    """The rows of a file: codes, so that it can be counted on."""
    return [
        {
            "at": one.look.at.isoformat(), "person": one.person, "unit": one.unit,
            "role": one.look.role, "citizen": one.citizen, "what": one.look.what,
            "kind": one.look.kind, "ground": one.look.ground, "allowed": one.look.allowed,
        }
        for one in rows
    ]  # fmt: skip


def as_csv(rows: list[SeenLook]) -> str:
    """The file for a spreadsheet. A value that begins as a formula is not one."""
    file = io.StringIO()
    writer = csv.DictWriter(file, FIELDS)
    writer.writeheader()
    for line in lines(rows):
        writer.writerow({key: _harmless(value) for key, value in line.items()})
    return file.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in {*"=+-@\t\r"} else value


def unusual(rows: list[SeenUnusual]) -> list[dict[str, Any]]:
    """Each unusual look: who, when, at whom, why, and what was decided."""
    return [
        {
            "person": one.person, "day": one.look.day, "citizen": one.citizen,
            "reason": reason(one.look.reason, one.look.figure),
            "verdict": _(VERDICTS[one.judged.verdict]) if one.judged else "",
            "words": one.judged.words if one.judged else "",
            "by": one.judged.by if one.judged else "",
            "url": reverse("judge_look", args=[
                one.look.person, one.look.day.isoformat(), one.look.reason.value,
                one.look.course or NOBODY,
            ]),
        }
        for one in rows
    ]  # fmt: skip


def reason(code: Unusual, figure: int) -> str:
    """Why it stands on the list."""
    return _(REASONS[code]) % {"n": figure, "most": MANY_A_DAY}
