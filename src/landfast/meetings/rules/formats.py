"""Ways to meet, as data (mødeformer, domain A12, `data/meeting_formats.json`).

Each field of a `Form` changes what the room does: who must and may come (`who.py`), what somebody
does at the table (`dialogue.py`), the agenda, the order of turns, length, notice and what a
meeting ends with. An organisation's copy is the same fields with other values (`copying.py`).
"""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.words import Part

EVERYBODY, PROFESSIONAL, PROMISER = "*", "*professional", "*promiser"
THE_LEADER_IS = frozenset({"coordinator"})
REASON_MAX = 300


class Citizen(StrEnum):
    """Hers to lead, or she is asked and may say no, or it is held without her."""

    LEADS = "leads"
    INVITED = "invited"
    ABSENT = "absent"


class AgendaBy(StrEnum):
    """Who sets the agenda."""

    CITIZEN = "citizen"
    LEADER = "leader"


class AgendaWhen(StrEnum):
    """When it is set: beforehand, at the start with none prepared, or the same points each time."""

    BEFORE = "before"
    AT_START = "at_start"
    FIXED = "fixed"


@dataclass(frozen=True)
class Must:
    """Who must be there: so many with one of these roles. `*` opens a role for all."""

    roles: frozenset[str]
    count: int
    text: str


@dataclass(frozen=True)
class May:
    """Who else may be there, and how many at most."""

    roles: frozenset[str]
    most: int | None = None


@dataclass(frozen=True)
class PartRule:
    """What somebody does at the table: who can, how many at least and at most."""

    part: Part
    roles: frozenset[str]
    least: int
    most: int | None
    text: str

    @property
    def is_the_coordinators(self) -> bool:
        """Nobody is chosen for it: whoever coordinates leads."""
        return self.part is Part.LEADER and self.roles <= THE_LEADER_IS


@dataclass(frozen=True)
class Form:
    """A format as the room holds to it. Lengths and days marked D in the data are ours."""

    code: str
    name: str
    output: str
    source: str
    citizen: Citizen
    must: tuple[Must, ...]
    may: tuple[May, ...]
    parts: tuple[PartRule, ...]
    agenda_by: AgendaBy
    agenda_when: AgendaWhen
    agenda_points: tuple[str, ...]
    minutes_long: int
    shortest: int
    longest: int
    notice_days: int = 0
    within_days: int | None = None
    reflects: str = ""
    speaks_first: tuple[Part, ...] = ()
    makes_agreements: bool = True
    needs_next_date: bool = False
    speaks_responsibility: bool = False
    off_screen: bool = False
    origin: str = field(default="", compare=False)
    """The shipped format that a copy was made of; its own code where it was shipped."""

    @property
    def agenda_before(self) -> bool:
        """Is anything written before she sits there?"""
        return self.agenda_when is not AgendaWhen.AT_START

    @property
    def is_with_citizen(self) -> bool:
        """Is she at the table, or at least asked to come?"""
        return self.citizen is not Citizen.ABSENT

    @property
    def chosen_parts(self) -> tuple[PartRule, ...]:
        """The parts that somebody is chosen for."""
        return tuple(one for one in self.parts if not one.is_the_coordinators)


@lru_cache(maxsize=1)
def shipped() -> dict[str, Form]:
    """The twelve formats by code."""
    rows = json.loads((files("landfast.meetings") / "data/meeting_formats.json").read_text("utf-8"))
    return {row["id"]: _shipped(row) for row in rows}


def _shipped(row: dict[str, Any]) -> Form:
    agenda, length, notice = row["agenda"], row["length"], row["notice"]
    turns, makes, plain = row["turns"], row["makes"], row["plain"]
    return Form(
        row["id"], plain["name"], plain["what"], row["source"], Citizen(row["citizen"]),
        musts(row["must_attend"]), mays(row["may_attend"]), part_rules(row["parts"]),
        AgendaBy(agenda["by"]), AgendaWhen(agenda["when"]), tuple(agenda["points"]),
        length["minutes"], length["shortest"], length["longest"], notice["days"],
        notice["within"], turns["reflects"], tuple(Part(one) for one in turns["speaks_first"]),
        makes["agreements"], makes["next_date"], makes["responsibility"], row["off_screen"],
        row["id"],
    )  # fmt: skip


def musts(rows: list[dict[str, Any]]) -> tuple[Must, ...]:
    """Who must come, as the data has it."""
    return tuple(Must(frozenset(row["roles"]), row["count"], row["text"]) for row in rows)


def mays(rows: list[dict[str, Any]]) -> tuple[May, ...]:
    """Who may come, as the data has it."""
    return tuple(May(frozenset(row["roles"]), row["most"]) for row in rows)


def part_rules(rows: list[dict[str, Any]]) -> tuple[PartRule, ...]:
    """The parts, as the data has them."""
    return tuple(
        PartRule(Part(row["part"]), frozenset(row["roles"]), row["least"], row["most"], row["text"])
        for row in rows
    )


def as_rows(form: Form) -> dict[str, list[dict[str, Any]]]:
    """Who must, who may and the parts, as they are kept."""
    return {
        "must_attend": [
            {"roles": sorted(one.roles), "count": one.count, "text": one.text} for one in form.must
        ],
        "may_attend": [{"roles": sorted(one.roles), "most": one.most} for one in form.may],
        "parts": [
            {"part": one.part.value, "roles": sorted(one.roles), "least": one.least,
             "most": one.most, "text": one.text}
            for one in form.parts
        ],
    }  # fmt: skip


def is_foreseen(origin: str, programme: tuple[str, ...]) -> bool:
    """A copy is foreseen where its origin is; no list excludes none (principle 5)."""
    return not programme or origin in programme


def check_reason(reason: str, *, is_foreseen: bool, is_citizen: bool) -> None:
    """What a programme does not foresee may be used with a reason; she owes none (principle 5)."""
    if len(reason) > REASON_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 300 tegn."), "reason")
    if not is_foreseen and not is_citizen and not reason.strip():
        raise Wrong(
            "why_this_format",
            da("Skriv kort, hvorfor I mødes på en anden måde, end forløbet lægger op til."),
            "reason",
        )


def check_length(form: Form, minutes_long: int) -> None:
    """A format has its shortest and its longest: a board is not an hour (domain A12)."""
    if not form.shortest <= minutes_long <= form.longest:
        raise Wrong(
            "length_of_format",
            da("Mødeformen varer mellem {shortest} og {longest} minutter. Skriv et tal imellem."),
            "minutes_long", shortest=form.shortest, longest=form.longest,
        )  # fmt: skip


def check_makes_agreements(form: Form) -> None:
    """A talk for insight, or a forum without authority, makes no agreements (S000 §2.2, §2.3)."""
    if not form.makes_agreements:
        raise NotNow(
            "no_agreements_here",
            da("I den her mødeform laves ingen aftaler. Tag dem på et møde bagefter."),
        )
