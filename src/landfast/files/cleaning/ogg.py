"""Ogg: messages that were spoken into a phone (Opus, RFC 7845, in pages after RFC 3533).

As in a recording of boxes, what is said about the sound is blanked where it stands: pages keep
their numbers, so that only the pages with names in them are summed anew.
"""

from collections.abc import Iterator

HEAD, NAMES = b"OpusHead", b"OpusTags"
HEAD_SIZE = 19
"""Of one voice or two; more channels are no message."""
FIRST = 2
"""The flag of a page that begins a sound."""
FEWEST = 16
"""Bytes of names that are none: the mark, no maker, no remarks."""
MOST_NAMES = 16
"""Pages of names: a picture that is larger is no message either."""
SUM = slice(22, 26)


def blanked(data: bytes) -> bytes:
    """The sound without its names. Raises ValueError when it is none, or more than one."""
    kept, pages = bytearray(data), list(_pages(data))
    (at, inside, end), *others = pages
    if data[inside:end][:8] != HEAD or end - inside != HEAD_SIZE or data[inside + 18]:
        raise ValueError("not one voice or two")
    for here, *_ in pages:
        if data[here + 14 : here + 18] != data[at + 14 : at + 18]:
            raise ValueError("more than one sound")
        if bool(data[here + 5] & FIRST) != (here == at):
            raise ValueError("it begins twice")
    count = _with_names(data, others)
    for number, (here, inside, end) in enumerate(others[:count]):
        kept[inside:end] = (b"" if number else NAMES).ljust(end - inside, b"\0")
        kept[SUM.start + here : SUM.stop + here] = bytes(4)
        kept[SUM.start + here : SUM.stop + here] = _sum(kept[here:end]).to_bytes(4, "little")
    return bytes(kept)


def _with_names(data: bytes, pages: list[tuple[int, int, int]]) -> int:
    """How many pages hold the names, which end with a page; after them comes the sound."""
    _, inside, end = pages[0] if pages else (0, 0, 0)
    if data[inside:end][:8] != NAMES or end - inside < FEWEST:
        raise ValueError("no names")
    for number, (here, inside, _end) in enumerate(pages[:MOST_NAMES], 1):
        *before, last = data[here + 27 : inside]
        if min(before, default=255) < 255:
            raise ValueError("sound among the names")
        if last < 255 and number < len(pages):
            return number
    raise ValueError("names without an end, or no sound after them")


def _pages(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each page begins, where what it holds begins, and where it ends."""
    at = 0
    while at < len(data):
        inside = at + 27 + data[at + 26]
        end = inside + sum(data[at + 27 : inside])
        if data[at : at + 5] != b"OggS\0" or end > len(data):
            raise ValueError("no page, or half of one")
        yield at, inside, end
        at = end


def _sum(page: bytes | bytearray) -> int:
    """The checksum of a page (RFC 3533 §6: polynomial 0x04c11db7, nothing turned round)."""
    left = 0
    for one in page:
        left = (left << 8 & 0xFFFFFFFF) ^ _TABLE[left >> 24 ^ one]
    return left


def _divided(left: int) -> int:
    for _ in range(8):
        left = (left << 1 ^ (0x04C11DB7 if left & 0x80000000 else 0)) & 0xFFFFFFFF
    return left


_TABLE = [_divided(one << 24) for one in range(256)]
