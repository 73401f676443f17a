"""A course that is lived in Landfast, as the rules see it: what its rooms hold, as plain values.

What the rooms hold themselves (promises, meetings, who holds the course) goes before what was told
of the same from outside; observations bring the rest.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from landfast.course.rules.words import Precision
from landfast.people.rules import decides_authority_matters
from landfast.programmes.rules import NeedArea, need_roles
from landfast.redthread.rules import facts as f
from landfast.redthread.rules.snapshot import RUNS, Snapshot
from landfast.redthread.telling import asked, noticed, team
from landfast.redthread.telling.admitted import stays
from landfast.redthread.telling.held import meetings
from landfast.redthread.telling.reading import Reading
from landfast.redthread.telling.told import Told

INSIDE = frozenset({"agreements", "agreement_updates", "coordinator_claims", "consents"})
"""Told of the time before, where the rooms know better now."""

NEIGHBOURS = "neighbour_complaint"
"""Not heard in a course; nor are absences with one shown to another (domain 0.5)."""


def course_of(told: Mapping[str, Any], today: date) -> Snapshot:
    """The course on a day."""
    reading = Reading(
        programme=told["programme"], largest=told["largest"], children=told["children"]
    )
    for event in _events(told):
        reading.hear(event)
    seen = reading.snapshot(today)
    met = meetings(told["meetings"])
    came, went = stays(told, seen.admissions, seen.discharges)
    return replace(
        seen,
        held=_held(told, today),
        closest=_closest(seen.closest, told),
        promises=(*(_promise(row) for row in told["agreements"]), *asked.steps(told)),
        answers=(*seen.answers, *asked.answers(told)),
        meetings=tuple(sorted((*seen.meetings, *met), key=lambda one: one.source.day)),
        next_dates=_ahead(told["meetings"]),
        words=_seats(told["seats"]),
        contacts=(*seen.contacts, *team.at_work(told, today), *_tables(met)),
        changes=(*seen.changes, *team.changes(told)),
        phases=_phases(told),
        admissions=came,
        discharges=went,
        absences=(),
        signs=(*(one for one in seen.signs if one.kind != NEIGHBOURS), *noticed.signs(told)),
        benefits=(*seen.benefits, *noticed.benefits(told)),
        lost=(*seen.lost, *noticed.lost(told)),
        asks_consent=False,
    )


def written(told: Mapping[str, Any], fact_ids: Iterable[str]) -> str:
    """When the oldest of these facts was written: where a fresh start would leave them."""
    at = told["written"] | {row["id"]: row["at"] for row in (*told["signals"], *told["stays"])}
    return min((at[one] for one in fact_ids if one in at), default=str(told["opened_at"]))


def _events(told: Mapping[str, Any]) -> list[Told]:
    """Observations and wishes in the order of their days, without what the rooms hold."""
    known = {row["reference"] for row in told["meetings"] if row["reference"]}
    seen = [_observed(row) for row in told["observed"] if not _is_held(row, known)]
    wished = [
        Told(row["id"], date.fromisoformat(row["day"]), "context", needs=(row["area"],))
        for row in told["wishes"]
    ]
    return sorted((*seen, *wished), key=lambda one: (one.day, one.at or time.min))


def _is_held(row: Mapping[str, Any], known: Collection[str]) -> bool:
    """A meeting that was told and is held in Landfast too."""
    return row["kind"] == "meeting" and any(
        reference.partition(":")[2] == row["reference"] for reference in known
    )


def _observed(row: Mapping[str, Any]) -> Told:
    data = {name: value for name, value in row["facts"].items() if name not in INSIDE}
    return Told(
        row["id"], date.fromisoformat(row["day"]), row["kind"],
        time.fromisoformat(row["at"]) if row["at"] else None, Precision(row["precision"]),
        tuple(row["roles"]), tuple(row["sectors"]), tuple(row["needs"]), data,
    )  # fmt: skip


def _source(row: Mapping[str, Any], name: str = "day") -> f.Source:
    return f.Source(row["id"], date.fromisoformat(row[name]))


def _held(told: Mapping[str, Any], today: date) -> f.Held:
    """Who holds the course today; away without cover, or cover past its day, is a vacancy."""
    rows = [row for row in told["holders"] if row["until"] is None]
    if not rows:
        return f.Held()
    row = rows[-1]
    source = _source(row)
    decides = row["role"] and decides_authority_matters(row["role"])
    gone = _gone(row, told, today)
    return f.Held(
        since=source, gone=gone, authority=source if decides and not told["model_allows"] else None
    )


def _gone(row: Mapping[str, Any], told: Mapping[str, Any], today: date) -> f.Source | None:
    if row["kind"] == "cover":
        until = row["cover_until"]
        past = until and date.fromisoformat(until) < today
        return f.Source(row["id"], date.fromisoformat(until)) if past else None
    if row["away_from"] and not told["is_covered"]:
        return f.Source(row["id"], date.fromisoformat(row["away_from"]))
    return None


def _promise(row: Mapping[str, Any]) -> f.Promise:
    return f.Promise(
        row["id"], _source(row), owner=row["owner"],
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        has_followup=row["has_followup"], is_open=True, needs=frozenset(row["needs"]),
        has_mandate=True, is_proposed=row["state"] == "proposed", replaces=row["replaces"],
    )  # fmt: skip


def _ahead(rows: Iterable[Mapping[str, Any]]) -> tuple[f.Source, ...]:
    """A meeting that is being prepared is a next date."""
    return tuple(
        f.Source(row["id"], date.max) for row in rows if row["state"] in {"preparing", "called"}
    )


def _seats(rows: Iterable[Mapping[str, Any]]) -> tuple[f.Word, ...]:
    """Her no to an empty seat is her word on each who could sit there (B4)."""
    return tuple(
        f.Word(_source(row), role, is_yes=False, is_no=True)
        for row in rows
        for role in sorted(need_roles()[NeedArea(row["need"])].any_of)
    )


def _tables(met: Iterable[f.Met]) -> tuple[f.Contact, ...]:
    """Who sat at the table was there that day."""
    return tuple(
        f.Contact(
            one.source, one.present, frozenset(map(f.sector_of, one.present)), meets_citizen=True
        )
        for one in met
        if one.is_held
    )


def _closest(seen: f.Closest, told: Mapping[str, Any]) -> f.Closest:
    """As it was told; and whether she has let any of them sit at a table before."""
    came = any(one["role"] in f.CLOSEST for row in told["meetings"] for one in row["people"])
    return replace(seen, may_come=came)


def _phases(told: Mapping[str, Any]) -> tuple[f.Phase, ...]:
    source = f.Source(told["phase_id"], date.fromisoformat(told["state_since"]))
    way_back = bool(told["way_back"]) or told["state"] in RUNS
    return (f.Phase(source, told["state"], bool(told["review_on"]), way_back),)
