"""What a seal of the look log holds, and what a changed log looks like. Plain Python.

A seal covers the rows whose key was made from one moment to another (UUID version 7 begins with
its millisecond). It keeps 32 bytes a row: the key, and the first half of the SHA-256 of its words.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

MARK = 16
ROW = 16 + MARK
LATE = timedelta(hours=1)
"""A row that says it is older than its key by more than this was written afterwards."""

ERASED = "Slettet "
"""How the log's own row of a deletion by rule begins; the digest of the keys that went follows."""

ROW_WORDS = """jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint,
  case when about is null then scope_id end, about, person_id, unit_id, role, ground, what, allowed
)::text || case kind when '' then '' else '|' || kind end"""
"""A row as it is hashed; not the course of a look that was made before there was a course, nor the
kind of one from before looks had kinds."""


@dataclass(frozen=True)
class Seal:
    """One batch, as it stands in the database."""

    number: int
    after_at: datetime
    until_at: datetime
    before: bytes
    marks: bytes
    head: bytes

    def rows(self) -> dict[UUID, bytes]:
        """The mark of each row that was sealed, by its key."""
        whole = (self.marks[at : at + ROW] for at in range(0, len(self.marks), ROW))
        return {UUID(bytes=row[:16]): row[16:] for row in whole}

    def expected_head(self) -> bytes:
        """The head that belongs to this content."""
        bounds = f"|{self.number}|{_micros(self.after_at)}|{_micros(self.until_at)}|"
        return hashlib.sha256(self.before + bounds.encode() + self.marks).digest()


@dataclass(frozen=True)
class Look:
    """A row of the log as it is now: its key, when it says it was, its words."""

    id: UUID
    at: datetime
    words: str

    def mark(self) -> bytes:
        """What a seal keeps of it."""
        return hashlib.sha256(self.words.encode()).digest()[:MARK]


@dataclass(frozen=True)
class Finding:
    """Something in the log that is not as it was sealed."""

    what: str
    seal: int
    row: UUID | None = None


def first_key(moment: datetime) -> UUID:
    """The least key of version 7 that is made at this millisecond or later."""
    millis = _micros(moment) // 1000
    return UUID(int=millis << 80 | 0x7 << 76 | 0x2 << 62)


def made_at(key: UUID) -> datetime:
    """When a key of version 7 was made."""
    return datetime.fromtimestamp((key.int >> 80) / 1000, UTC)


def _micros(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def erased_by_rule(told: Iterable[str], kept: Iterable[tuple[str, bytes]]) -> frozenset[UUID]:
    """Keys that went with a deleted course: what is kept of them must be what the log itself told.

    `told` are the words of the log's rows, `kept` the digest and the keys of each deletion.
    """
    digests = {words.removeprefix(ERASED) for words in told}
    return frozenset(
        UUID(bytes=keys[at : at + 16])
        for digest, keys in kept
        if digest in digests and hashlib.sha256(keys).hexdigest() == digest
        for at in range(0, len(keys), 16)
    )


def compare(
    seals: Iterable[Seal],
    looks: Iterable[Look],
    *,
    oldest: datetime,
    erased: Set[UUID] = frozenset(),
) -> Iterator[Finding]:
    """Everything that is not as sealed: changed, removed, put in later, a broken chain.

    `looks` are in the order of their keys. What is older than `oldest`, or `erased` with its
    course, went by rule.
    """
    rows, last = _Ahead(looks), None
    for seal in seals:
        yield from _chain(last, seal, oldest)
        if last is None:
            early = rows.before(first_key(seal.after_at))
            yield from (Finding("added", seal.number, row.id) for row in early)
        yield from _batch(seal, rows.before(first_key(seal.until_at)), oldest, erased)
        last = seal


def _chain(last: Seal | None, seal: Seal, oldest: datetime) -> Iterator[Finding]:
    if seal.head != seal.expected_head():
        yield Finding("seal_changed", seal.number)
    if last is None:
        if seal.number != 1 and seal.after_at > oldest + timedelta(days=62):
            yield Finding("seals_missing", seal.number)
    elif seal.number != last.number + 1:
        yield Finding("seals_missing", seal.number)
    elif seal.before != last.head or seal.after_at != last.until_at:
        yield Finding("chain_broken", seal.number)


def _batch(
    seal: Seal, found: Iterable[Look], oldest: datetime, erased: Set[UUID]
) -> Iterator[Finding]:
    sealed = seal.rows()
    for row in found:
        mark = sealed.pop(row.id, None)
        if mark is None:
            yield Finding("added", seal.number, row.id)
        elif mark != row.mark():
            yield Finding("changed", seal.number, row.id)
        elif seal.number > 1 and made_at(row.id) - row.at > LATE:
            yield Finding("backdated", seal.number, row.id)
    for key in sealed:
        if made_at(key) >= oldest and key not in erased:
            yield Finding("removed", seal.number, key)


class _Ahead:
    """Rows in the order of their keys, taken as far as a key."""

    def __init__(self, looks: Iterable[Look]) -> None:
        self._looks = iter(looks)
        self._next: Look | None = None

    def before(self, key: UUID) -> Iterator[Look]:
        """The rows that are left, up to this key."""
        while (row := self._next or next(self._looks, None)) is not None:
            if row.id >= key:
                self._next = row
                return
            self._next = None
            yield row


def compare_heads(heads: Mapping[int, str], kept: Mapping[int, str]) -> Iterator[Finding]:
    """The heads in the database against those that were kept outside it."""
    if heads and not kept:
        yield Finding("nothing_outside", max(heads))
        return
    first, last = min(heads, default=0), max(kept, default=0)
    for number in sorted(kept):
        if number >= first and heads.get(number) != kept[number]:
            yield Finding("head_differs" if number in heads else "cut_off", number)
    for number in sorted(heads):
        if number < last and number not in kept and number > min(kept):
            yield Finding("head_missing_outside", number)
