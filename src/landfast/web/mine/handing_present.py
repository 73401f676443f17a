"""What a professional looks through before a record is handed out: where others are named."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.access.rules import LeftOut
from landfast.journeys.read_own_record import OwnRecord
from landfast.kernel.ids import PersonId
from landfast.kernel.text import da
from landfast.web.mine.record_present import Chapter, Entry, book

CLOSE_ONES = "network_relation"
BY_THE_HOUSE = frozenset({"access_event", "access_grant", "access_look"})
"""Written by Landfast itself: an employee's name there is the citizen's to know."""
SHOWN = 90
NAME = 3
"""Shorter names are found in too many words."""

REASONS: dict[LeftOut, str] = {
    LeftOut.ANOTHERS_RIGHTS: da("Det ville gå ud over en anden (GDPR art. 15, stk. 4)"),
    LeftOut.HEAVIER_INTEREST: da(
        "Hensynet til en anden vejer tungere (databeskyttelsesloven § 22)"
    ),
}
TOLD: dict[LeftOut, str] = {
    LeftOut.ANOTHERS_RIGHTS: da("Det ville gå ud over en anden, hvis det stod her."),
    LeftOut.HEAVIER_INTEREST: da("Hensynet til en anden vejer tungere her."),
}


@dataclass(frozen=True)
class Mention:
    """An entry that names somebody else: its key, how it begins, and whom it names."""

    key: str
    words: str
    is_private: bool
    """Somebody who is not there as an employee."""


def mentions(seen: OwnRecord) -> list[Mention]:
    """Entries that name others, in the order of the book."""
    close = _close_ones(seen)
    rows = {key: (record, row) for record in seen.records for key, row in record.keyed()}
    found = []
    for chapter in book(seen):
        for entry in chapter.entries:
            record, row = rows[entry.key]
            private = _named(row.values(), close)
            staff = {
                seen.people[PersonId(row[field])].name
                for field in record.others
                if isinstance(row[field], UUID) and PersonId(row[field]) in seen.people
            }
            names = sorted(private | (set() if record.table in BY_THE_HOUSE else staff - {""}))
            if names:
                found.append(Mention(entry.key, _said(chapter, entry, names), bool(private)))
    return found


def _close_ones(seen: OwnRecord) -> dict[UUID, str]:
    rows = [row for record in seen.records if record.table == CLOSE_ONES for row in record.rows]
    return {row["id"]: row["name"] for row in rows}


def _named(values: Iterable[object], close: dict[UUID, str]) -> set[str]:
    """Those close to the citizen whom a row points to, or whose first name stands in its words."""
    found = set()
    for value in values:
        if isinstance(value, UUID) and value in close:
            found.add(close[value])
        elif isinstance(value, str):
            found |= {name for name in close.values() if _stands_in(name, value)}
    return found


def _stands_in(name: str, words: str) -> bool:
    first = (name.split() or [""])[0]
    return len(first) >= NAME and bool(re.search(rf"\b{re.escape(first)}(s|’s)?\b", words))


def _said(chapter: Chapter, entry: Entry, names: list[str]) -> str:
    words = " · ".join(said for _label, said in entry.values)
    short = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
    return _("%(chapter)s: %(words)s (nævner %(names)s)") % {
        "chapter": chapter.title, "words": short, "names": ", ".join(names)
    }  # fmt: skip


def without(chapters: Iterable[Chapter], left_out: Collection[str]) -> list[Chapter]:
    """The book without some of its entries; a chapter stays while anything of it does."""
    kept = (
        replace(one, entries=[entry for entry in one.entries if entry.key not in left_out])
        for one in chapters
    )
    return [one for one in kept if one.entries]


def told(left_out: int, reason: LeftOut | None) -> list[str]:
    """What is not in the book, why, and what she can do about it (forvaltningsloven § 22)."""
    own = _("Dit login, dine kladder og hvem der har kigget, står i Landfast under Alt om mig.")
    if not left_out or reason is None:
        return [own]
    count = ngettext("%(n)s sted er taget ud.", "%(n)s steder er taget ud.", left_out)
    complain = _("Er du ikke enig? Du kan klage til Datatilsynet på 33 19 32 00.")
    return [f"{count % {'n': left_out}} {_(TOLD[reason])}", complain, own]
