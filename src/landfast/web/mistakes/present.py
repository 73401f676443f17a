"""Mistakes in the words of a page: what, when, who, and what was said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.records import Record
from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.course.queries.mending import MendLine, NoteRow, SawRow
from landfast.course.rules.mending import CLASHES, Mending, MendState, Side
from landfast.course.rules.observation import KINDS
from landfast.course.rules.states import NAMES
from landfast.journeys.mend_mistake import THINGS, TwoSides, named
from landfast.journeys.mend_mistake import Side as OneSide
from landfast.kernel.text import da
from landfast.web.parts.shapes import Act, Cell, Table

SLUGS = {
    "haendelse": "course_observation", "lovbestemt": "course_statutory_role",
    "oenske": "plan_wish", "skridt": "plan_own_step", "aftale": "plan_agreement",
    "moede": "meetings_meeting", "linje": "meetings_passage", "person": "network_relation",
}  # fmt: skip
"""What a thing is called in an address."""
SLUG_OF = {table: slug for slug, table in SLUGS.items()}
SAYS = {
    "course_observation": ("words", "source"), "course_statutory_role": ("role", "holder"),
    "plan_wish": ("words",), "plan_own_step": ("text",), "plan_agreement": ("text",),
    "meetings_meeting": ("place",), "meetings_passage": ("words",), "network_relation": ("name",),
}  # fmt: skip
"""The fields by which somebody knows it again."""
PLACES: dict[str, str] = {
    "course_observation": da("Hændelser"), "course_statutory_role": da("Lovbestemte roller"),
    "course_referral": da("Henvendelser"), "plan_wish": da("Ønsker og mål"),
    "plan_own_step": da("Egne skridt"), "plan_agreement": da("Aftaler"),
    "meetings_meeting": da("Møder"), "meetings_minutes": da("Referater"),
    "network_relation": da("Nære personer"),
}  # fmt: skip
"""What two records are counted by."""
STATES: dict[MendState, str] = {
    MendState.PROPOSED: da("Venter"), MendState.HANDED: da("Venter på, at lederen vælger borgeren"),
    MendState.DONE: da("Gjort"), MendState.UNDONE: da("Skilt ad igen"),
    MendState.DROPPED: da("Taget tilbage"),
}  # fmt: skip
BRIEF = 160


@dataclass(frozen=True)
class ThingLine:
    """Something that could stand on the wrong citizen."""

    what: str
    says: str
    written: datetime
    url: str


@dataclass(frozen=True)
class ToldLine:
    """Who saw what was not theirs."""

    who: str
    where: str
    times: int
    last: datetime
    told: datetime | None
    citizen: str
    act: Act | None


def what(thing: str) -> str:
    """A thing in a word."""
    return _(THINGS[thing]) if thing in THINGS else ""


def things(course_id: UUID, records: Iterable[Record]) -> list[ThingLine]:
    """All that can be moved for itself, the newest first."""
    found = [
        ThingLine(
            what(record.table), says(record.table, row), row["created_at"],
            reverse("propose_move", args=[course_id, SLUG_OF[record.table], row["id"]]),
        )
        for record in records
        for row in record.rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.written, reverse=True)


def says(table: str, row: dict[str, Any]) -> str:
    """The words by which somebody knows it again."""
    words = [str(row[name]) for name in SAYS[table] if row.get(name)]
    name = KINDS.get(row.get("kind", ""), "")
    if name:
        words.insert(0, _(name))
    text = ": ".join(words)
    return text if len(text) <= BRIEF else text[:BRIEF].rstrip() + "…"


def sentence(line: MendLine) -> str:
    """What a mending is about, by name."""
    names = {"here": line.source_name or _("en borger"), "there": line.target_name}
    if line.kind is Mending.MERGE and not line.source_name:  # an empty course is hers alone
        return _("To sider om %(there)s er ført sammen") % names
    if line.kind is Mending.MERGE:
        return _("%(here)s og %(there)s er den samme borger") % names
    if not line.target_name:
        return _("%(what)s står på den forkerte: %(here)s") % {"what": what(line.thing), **names}
    return _("%(what)s går fra %(here)s til %(there)s") % {"what": what(line.thing), **names}


def state(line: MendLine) -> str:
    """How it stands."""
    if line.kind is Mending.MERGE and line.state is MendState.PROPOSED:
        return _("Venter på et par øjne mere")
    return _(STATES[line.state])


def lines(found: Iterable[MendLine]) -> list[dict[str, Any]]:
    """Mendings for a list."""
    return [
        {"line": one, "sentence": sentence(one), "state": state(one),
         "url": reverse("mend", args=[one.id])}
        for one in found
    ]  # fmt: skip


def note(one: NoteRow, units: dict[UUID, str]) -> str:
    """What a course is told, for those who work with it."""
    if one.side is Side.LEFT:
        return _("%(what)s: flyttet, skrevet på forkert borger.") % {"what": what(one.thing)}
    if one.side is Side.CAME:
        said = _("%(what)s kom hertil. Det stod først på en forkert borger.") % {
            "what": what(one.thing)
        }
        by = _who_read(one, units)
        return f"{said} {_('Kan have set det: %(who)s.') % {'who': by}}" if by else said
    return _("Ført sammen med borgerens andet forløb.")


def told_her(one: NoteRow, units: dict[UUID, str], ask: str) -> list[str]:
    """The same to the citizen herself, in plain words; never who the other one is.

    `ask`: whom she can ask now, as she knows them.
    """
    if one.side is Side.LEFT:
        return [_("Noget stod på din side ved en fejl. Det handlede ikke om dig. Nu er det væk.")]
    if one.side is Side.JOINED:
        said = _("Du stod her to gange. Nu er det samlet på én side.")
        wrong = _("Er det forkert, så sig det til %(who)s. Det kan laves om.")
        return [said, wrong % {"who": ask}]
    found = [_("Noget om dig stod på en anden borgers side ved en fejl. Nu står det her hos dig.")]
    by = _whence_read(one, units)
    if by:
        found.append(_("De her kan have læst det: %(who)s.") % {"who": by})
    if one.by_other_citizen:
        found.append(_("Den anden borger kan også have læst det."))
    found.append(_("Vi siger det til dem. Spørg %(who)s, hvis du vil vide mere.") % {"who": ask})
    return found


def _whence_read(one: NoteRow, units: dict[UUID, str]) -> str:
    """For her: from where they were. What they are in the other's course is not hers to know."""
    said = set()
    for reader in one.read_by:
        unit = units.get(UUID(reader["unit"]), "") if reader["unit"] else ""
        said.add(_("en fra %(unit)s") % {"unit": unit} if unit else _role(reader))
    return ", ".join(sorted(filter(None, said)))


def _role(reader: dict[str, str]) -> str:
    return _(COURSE_ROLES[CourseRole(reader["role"])].name) if reader["role"] else ""


def _who_read(one: NoteRow, units: dict[UUID, str]) -> str:
    said = []
    for reader in one.read_by:
        unit = units.get(UUID(reader["unit"]), "") if reader["unit"] else ""
        said.append(f"{_role(reader)} ({unit})" if unit else _role(reader))
    return ", ".join(sorted(filter(None, said)))


def saw(rows: Iterable[tuple[SawRow, str]], page: str) -> list[ToldLine]:
    """Who saw it, each with a button until they have been told."""
    return [
        ToldLine(
            one.name or _("En anden borger"), one.unit, one.times, one.last_at, one.told_at,
            citizen, None if one.told_at else Act(
                _("%(who)s har fået det at vide")
                % {"who": one.name or _("Den anden borger")},
                reverse(page, args=[one.course, one.id] if page == "reader_told" else [one.id]),
                "post",
            ),
        )
        for one, citizen in rows
    ]  # fmt: skip


def beside(two: TwoSides) -> Table:
    """Two records side by side: who has it, what is there, who reads it."""
    here, there = two.here, two.there
    facts = [
        (_("Fase"), _(NAMES[here.frame.state]), _(NAMES[there.frame.state])),
        (_("Enhed"), here.frame.unit, there.frame.unit),
        (_("Koordinator"), _holder(here), _holder(there)),
        (_("CPR-nummer"), _number(here), _number(there)),
        (_("Kan læse det"), ", ".join(named(here.readers)) or _("Ingen"),
         ", ".join(named(there.readers)) or _("Ingen")),
        *((_(PLACES[row.place]), str(row.here), str(row.there)) for row in two.weighed
          if row.place in PLACES),
    ]  # fmt: skip
    return Table(
        _("De to sider ved siden af hinanden"),
        (_("Hvad"), f"{here.frame.citizen} (1)", f"{there.frame.citizen} (2)"),
        tuple((Cell(name), Cell(one), Cell(other)) for name, one, other in facts),
    )


def _loses(goes: OneSide, stays: OneSide) -> str:
    """Who has the citizen no more; nobody where that side had nobody, or the same."""
    held = bool(goes.held.holder) and _holder(goes) != _holder(stays)
    return _holder(goes) if held else ""


def _holder(side: OneSide) -> str:
    return side.held.holder.name if side.held.holder else _("Ingen")


def _number(side: OneSide) -> str:
    return _("Skrevet ned") if side.frame.sealed_cpr else _("Mangler")


def outcome(stays: OneSide, goes: OneSide, number: int) -> dict[str, Any]:
    """What follows when this one stays, by name; or why it cannot."""
    more, before = set(named(stays.readers)), set(named(goes.readers))
    return {
        "number": number, "citizen": stays.frame.citizen, "id": stays.frame.id,
        "clashes": [_(CLASHES[code]) for code in stays.clashes if code in CLASHES],
        "more": sorted(more - before), "lose": sorted(before - more),
        "ends": stays.meets_a_no, "holder": _holder(stays),
        "other_holder": _loses(goes, stays),
    }  # fmt: skip
