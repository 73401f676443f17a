"""Alt om mig: the record as a book to read, and as a file of data."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from landfast.access.records import Record
from landfast.journeys.read_own_record import OwnRecord
from landfast.kernel.ids import PersonId, UnitId
from landfast.web.mine.record_said import MASKED, SAID, Says
from landfast.web.mine.record_titles import TITLES
from landfast.web.mine.record_words import LABELS
from landfast.web.spoken import as_known, clock
from landfast.web.templatetags.landfast import day

CORRECTIONS = "course_correction"


@dataclass(frozen=True)
class Entry:
    """One row: its labelled values, empty ones left out."""

    key: str
    values: list[tuple[str, str]]
    asked: list[tuple[str, str]]
    """What she has said does not fit, each with its answer."""


@dataclass(frozen=True)
class Chapter:
    """One table in words."""

    key: str
    title: str
    entries: list[Entry]


def book(seen: OwnRecord, *, whole: bool = False) -> list[Chapter]:
    """The chapters that have something to read, in the order of `TITLES`.

    `whole`: CPR numbers too, as on paper; on a screen they are masked.
    """
    by_table = {record.table: record for record in seen.records}
    chapters = (
        Chapter(table, _(title), list(_entries(by_table[table], seen, whole=whole)))
        for table, title in TITLES.items()
        if table in by_table
    )
    return [chapter for chapter in chapters if chapter.entries]


def _asked(seen: OwnRecord) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for record in seen.records:
        for row in record.rows if record.table == CORRECTIONS else []:
            found.setdefault(row["about"], []).append((row["words"], row["note"]))
    return found


def entry_in_words(seen: OwnRecord, key: str) -> str:
    """One entry in a line; nothing when it is not there, or not the reader's to see."""
    for chapter in book(seen):
        for entry in chapter.entries:
            if entry.key == key:
                return f"{chapter.title}: " + " · ".join(words for _label, words in entry.values)
    return ""


def entry_of(seen: OwnRecord, key: str) -> Entry | None:
    """One entry with its fields, for who looks after it; nothing when it is not there."""
    return next((one for chapter in book(seen) for one in chapter.entries if one.key == key), None)


def pages(chapters: Iterable[Chapter]) -> list[tuple[str, list[list[tuple[str, str]]]]]:
    """The chapters as the paper takes them."""
    return [(one.title, [entry.values for entry in one.entries]) for one in chapters]


def _entries(record: Record, seen: OwnRecord, *, whole: bool) -> Iterable[Entry]:
    labels, asked = LABELS[record.table], _asked(seen)
    words = SAID if whole else SAID | MASKED
    for key, row in record.keyed():
        values = [
            (_(label), _said(words.get((record.table, field)), field, row, seen))
            for field, label in labels.items()
        ]
        said = [(label, words) for label, words in values if words]
        if said:
            yield Entry(key, said, asked.get(key, []))


def _said(say: Says | None, field: str, row: dict[str, Any], seen: OwnRecord) -> str:
    """The value as she reads it; nothing stays nothing, whatever it would be called."""
    value = row.get(field)
    if field == "happened_on" and value:
        return as_known(value, row["precision"])
    if say is None or not value:
        return _words(value, seen)
    return ", ".join(say(one) for one in (value if isinstance(value, list) else [value]))


def _words(value: Any, seen: OwnRecord) -> str:
    match value:
        case bool():
            return _("Ja") if value else _("Nej")
        case UUID():
            return _name(value, seen)
        case datetime():
            return f"{day(value)} {clock(value)}"
        case date():
            return day(value)
        case list():
            return ", ".join(str(one) for one in value)
    return "" if value in (None, {}) else str(value)


def _name(person_id: UUID, seen: OwnRecord) -> str:
    if UnitId(person_id) in seen.units:
        return seen.units[UnitId(person_id)]
    known = seen.people.get(PersonId(person_id))
    return known.name or _("Dig") if known else ""


def data(seen: OwnRecord) -> dict[str, Any]:
    """The file: every table with every field, and which fields name other people.

    Shape: {made_at, course, people: {id: {name, profession}}, tables: [{table, kept, answers,
    names_others, rows: [{field: value}]}]}. What is in a file stands in base64.
    """
    return {
        "made_at": seen.made_at,
        "course": seen.course_id,
        "people": {
            str(person_id): {"name": card.name, "profession": card.profession}
            for person_id, card in seen.people.items()
            if card.name
        },
        "tables": [
            {
                "table": record.table,
                "kept": record.keep.value,
                "answers": record.controller.value,
                "names_others": sorted(record.others),
                "rows": [_plain(row) for row in record.rows],
            }
            for record in seen.records
        ],
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Bytes have no words in JSON."""
    return {
        field: b64encode(value).decode() if isinstance(value, bytes | memoryview) else value
        for field, value in row.items()
    }
