"""Passwords that have leaked: who guesses tries those first (ASVS 6.2.12). Asks no network.

A Bloom filter of some 1,460,000 passwords of twelve signs and more, made by
scripts/make_breached.py: none of them can be read out of it.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.people.rules.passwords import SHORTEST

FILE = Path(__file__).with_name("data") / "breached.bloom"
BITS = 21_000_000
ASKED = 10


def places(password: str) -> Iterator[int]:
    """Where a password's bits stand."""
    digest = hashlib.sha256(password.encode()).digest()
    first, step = (int.from_bytes(digest[at : at + 8]) for at in (0, 8))
    return ((first + number * step) % BITS for number in range(ASKED))


@lru_cache(maxsize=1)
def _bits() -> bytes:
    return FILE.read_bytes()


def is_listed(password: str) -> bool:
    """Does it stand in the list? Of one in a thousand others it is said too."""
    bits = _bits()
    return all(bits[place // 8] >> place % 8 & 1 for place in places(password))


def check_not_breached(password: str) -> None:
    """As it is typed, in small letters, and without what people put behind it."""
    written = password.lower()
    tried = {password, written, written.rstrip("0123456789!?.")}
    if any(len(one) >= SHORTEST and is_listed(one) for one in tried):
        raise Wrong(
            "breached",
            da("Den står på lister over adgangskoder, der er lækket. Find på en, kun du kender."),
            "password",
        )
