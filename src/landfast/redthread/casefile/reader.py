"""Reading a case file: every field checked, every mistake with its line."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from landfast.course.rules.observation import KINDS
from landfast.course.rules.words import Precision
from landfast.people.rules import roles
from landfast.redthread.casefile import fields, located
from landfast.redthread.casefile.fields import DATA_FIELDS, Check, Spot, list_of, record
from landfast.redthread.casefile.problems import BadCase, Notes, Problem
from landfast.redthread.casefile.shape import Case, CaseCitizen, CaseEvent, When

MOST_BYTES = 5_000_000
TYPES = frozenset(KINDS) - {"other"}
TRUTH = frozenset({"missing", "mark"})
"""The answers to a case. Passed over without a look inside."""

_CITIZEN: dict[str, Check] = {
    "alias": fields.text_of(60), "age": fields.count(130),
    "children_under_18": fields.count(30),
    "wishes": list_of(fields.text), "max_meeting_size": fields.count(1000),
}  # fmt: skip
_TOP: dict[str, Check] = {
    "case_id": fields.text_of(fields.ID_MOST),
    "citizen": record(_CITIZEN, "alias"), "source": fields.text,
    "dating_note": fields.text, "mark_note": fields.text, "programme": fields.text,
    "consent_tracking": fields.flag, "events": fields.anything, "expected": fields.anything,
}  # fmt: skip
_EVENT: dict[str, Check] = {
    "id": fields.text_of(fields.ID_MOST),
    "date": fields.day, "precision": fields.text, "type": fields.text,
    "title_en": fields.text, "text_da": fields.text, "involved": list_of(fields.role),
    "sectors": list_of(fields.text), "needs_open": list_of(fields.need),
    "data": fields.anything, **dict.fromkeys(TRUTH, fields.anything),
}  # fmt: skip


def read_file(path: Path) -> Case:
    """Read a case from a file. Raises BadCase with a Danish sentence for every mistake."""
    try:
        raw = path.read_bytes()
        if len(raw) > MOST_BYTES:
            raise BadCase(path.name, [Problem(None, "Filen er for stor til at være en sag.")])
        return read(raw.decode("utf-8-sig"), path.name)
    except OSError as error:
        said = "Filen kan ikke læses. Se stien efter."
        raise BadCase(path.name, [Problem(None, said)]) from error
    except UnicodeDecodeError as error:
        line = 1 + raw[: error.start].count(b"\n")
        raise BadCase(path.name, [Problem(line, "Filen er ikke i UTF-8.")]) from error


def read(text: str, name: str = "sag.json") -> Case:
    """Read a case from its text."""
    found, notes = located.load(name, text), Notes()
    top = Spot(notes, found.line, "", ())
    for path in found.repeated:
        notes.wrong(found.line(*path), f"Feltet {path[-1]} står to gange.")
    for path in found.unkept:
        notes.wrong(found.line(*path), f"Feltet {path[-1]!a} har et tegn, der ikke kan gemmes.")
    record(_TOP, "case_id", "citizen", "events")(found.value, top)
    notes.stop_if_wrong(name)
    events = _events(found.value["events"], top.inside("events"))
    notes.stop_if_wrong(name)
    return _case(found, events, name, notes)


def _events(rows: Any, spot: Spot) -> list[Mapping[str, Any]]:
    if not isinstance(rows, list) or not rows:
        spot.wrong("skal være en liste med mindst én hændelse.")
        return []
    seen: set[str] = set()
    for place, row in enumerate(rows):
        _check_event(row, _named(row, spot.inside(place)), seen)
    return rows


def _named(row: Any, spot: Spot) -> Spot:
    """People look for an event by its id, not by its number."""
    if isinstance(row, dict) and isinstance(row.get("id"), str):
        spot.label = f"hændelse {row['id']}"
    return spot


def _check_event(row: Any, spot: Spot, seen: set[str]) -> None:
    record(_EVENT, "id", "date", "type")(row, spot)
    if not isinstance(row, dict):
        return
    _check_code(row, "type", TYPES, spot)
    _check_code(row, "precision", frozenset(Precision), spot)
    if isinstance(row.get("id"), str):
        if row["id"] in seen:
            spot.inside("id").wrong("bruges af to hændelser.")
        seen.add(row["id"])
    _check_data(row, spot)


def _check_code(row: Mapping[str, Any], name: str, known: frozenset[str], spot: Spot) -> None:
    value = row.get(name)
    if isinstance(value, str) and value and value not in known:
        spot.inside(name).wrong(f"kan ikke være {value}. Vælg en af: {', '.join(sorted(known))}.")


def _check_data(row: Mapping[str, Any], spot: Spot) -> None:
    data = row.get("data")
    if data is None:
        return
    record(DATA_FIELDS)(data, spot.inside("data"))
    if isinstance(data, dict) and row.get("type") == "state_change":
        _check_code(data, "to", fields.states(), spot.inside("data"))


def _case(found: located.Located, rows: list[Mapping[str, Any]], name: str, notes: Notes) -> Case:
    top = found.value
    told = [_event(row, found.line("events", place)) for place, row in enumerate(rows)]
    return Case(
        id=top["case_id"],
        file=name,
        citizen=_citizen(top["citizen"]),
        source=top.get("source") or "",
        programme=top.get("programme") or "",
        consent_tracking=bool(top.get("consent_tracking")),
        events=tuple(sorted(told, key=lambda event: (event.when.day, event.when.at or time.min))),
        warnings=tuple(notes.warnings),
        dating_note=top.get("dating_note") or "",
    )


def _citizen(row: Mapping[str, Any]) -> CaseCitizen:
    return CaseCitizen(
        alias=row["alias"],
        age=row.get("age"),
        children_under_18=row.get("children_under_18") or 0,
        wishes=tuple(row.get("wishes") or ()),
        max_meeting_size=row.get("max_meeting_size"),
    )


def _sectors(row: Mapping[str, Any]) -> Iterable[str]:
    """Those that are told; a file that leaves them out tells them by the roles that took part."""
    told: Iterable[str] | None = row.get("sectors")
    if told is not None:
        return told
    there = {*(row.get("involved") or ()), *((row.get("data") or {}).get("attendees") or ())}
    return sorted({roles()[role].sector for role in there if role in roles()})


def _event(row: Mapping[str, Any], line: int) -> CaseEvent:
    day, _, clock = row["date"].partition("T")
    precision = Precision(row.get("precision") or Precision.EXACT)
    return CaseEvent(
        id=row["id"],
        line=line,
        when=When(date.fromisoformat(day), time.fromisoformat(clock) if clock else None, precision),
        type=row["type"],
        title=row.get("title_en") or "",
        words=row.get("text_da") or "",
        involved=tuple(row.get("involved") or ()),
        sectors=tuple(_sectors(row)),
        needs_open=tuple(row.get("needs_open") or ()),
        data=dict(row.get("data") or {}),
    )
