"""Sound: the sound itself is kept, in the form in which it came; what is said about it is not.

Read here byte by byte and without another library: see docs/decisions/0019.
"""

from collections.abc import Iterator

from landfast.files import rules
from landfast.files.cleaning import ogg

Part = tuple[bytes, int, int, int]
"""Of a file made of boxes: its name, where it begins, where its content begins, where it ends."""


def clean_sound(mime: str, data: bytes) -> bytes:
    """The sound without names, places, pictures and remarks. Raises Wrong when it is none."""
    try:
        return HOW[mime](data)
    except (ValueError, IndexError) as broken:
        raise rules.damaged() from broken


def _wave(data: bytes) -> bytes:
    """RIFF: the two pieces that a player needs, and nothing of the others."""
    kept = {}
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name in (b"fmt ", b"data") and name not in kept:
            kept[name] = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if len(kept.get(b"fmt ", b"")) < 16 or not kept.get(b"data"):
        raise ValueError("no sound")
    body = b"WAVE" + b"".join(
        name + len(kept[name]).to_bytes(4, "little") + kept[name] + b"\0" * (len(kept[name]) % 2)
        for name in (b"fmt ", b"data")
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
BITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
BITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
FEWEST = 4


def _frames(data: bytes) -> bytes:
    """MP3: the frames in a row (ISO/IEC 11172-3, 13818-3); names stand before and after them."""
    at = _after_names(data)
    kept = []
    while at + 4 <= len(data):
        size = _frame(data[at : at + 4])
        if not size or at + size > len(data):
            break
        kept.append(data[at : at + size])
        at += size
    sound = b"".join(kept)
    if len(kept) < FEWEST or len(data) - at > len(sound):
        raise ValueError("no sound, or one that breaks off")
    return sound


def _after_names(data: bytes) -> int:
    """Where the sound begins: after the names at the front (ID3v2 §3.1), and what fills them up."""
    at = 0
    while data[at : at + 3] == b"ID3":
        size = 0
        for one in data[at + 6 : at + 10]:
            size = size << 7 | one & 0x7F
        at += 10 + size + (10 if data[at + 5] & 0x10 else 0)
    while data[at : at + 1] == b"\0":
        at += 1
    return at


def _frame(head: bytes) -> int:
    """How many bytes a frame of layer III has; 0 when it is none."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, sampling = head[2] >> 4, head[2] >> 2 & 3
    if head[0] != 0xFF or head[1] < 0xE0 or layer != 1 or version not in RATES:
        return 0
    if rate in (0, 15) or sampling == 3:
        return 0
    bits = (BITS_1 if version == 3 else BITS_2)[rate]
    padding = head[2] >> 1 & 1
    return (144 if version == 3 else 72) * bits * 1000 // RATES[version][sampling] + padding


OUTER = frozenset({b"ftyp", b"moov", b"mdat"})
HOLD_OTHERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf"})
NEEDED = HOLD_OTHERS | {
    b"mvhd", b"tkhd", b"elst", b"mdhd", b"hdlr", b"smhd", b"dref", b"stsd", b"stts", b"stsc",
    b"stsz", b"stz2", b"stco", b"co64", b"ctts", b"stss", b"sgpd", b"sbgp",
}  # fmt: skip
DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
SOUND = b"soun"
PLAYED = frozenset({b"mp4a", b"alac", b"Opus", b"fLaC"})
"""Forms of sound that browsers play."""
OLD = b"samr"
"""What old telephones record (AMR), which no browser plays."""


def _boxes(data: bytes) -> bytes:
    """MP4: what is not needed to play it is blanked where it stands, so that all places still fit.

    Boxes after ISO/IEC 14496-12 §4.2; one track, and that is sound. A film is none.
    """
    names = {name for name, *_ in _parts(data, 0, len(data))}
    kept, tracks, forms = bytearray(data), [], []
    for name, _begins, inside, _ends in _blanked(data, kept, 0, len(data), OUTER):
        if name == b"hdlr":
            tracks.append(data[inside + 8 : inside + 12])
        if name == b"stsd":
            forms.append(data[inside + 12 : inside + 16])
        if name in DATED:  # when it was recorded
            dates = inside + 4
            kept[dates : dates + (16 if data[inside] else 8)] = bytes(16 if data[inside] else 8)
    if OLD in forms:
        raise rules.old_sound()
    if (
        tracks != [SOUND]
        or not PLAYED.issuperset(forms)
        or b"moof" in names
        or not {b"moov", b"mdat"} <= names
    ):
        raise ValueError("no sound, a film, or one in pieces")
    return bytes(kept)


HOW = {"audio/wav": _wave, "audio/mpeg": _frames, "audio/mp4": _boxes, "audio/ogg": ogg.blanked}


def _blanked(
    data: bytes, kept: bytearray, at: int, end: int, needed: frozenset[bytes]
) -> Iterator[Part]:
    for part in list(_parts(data, at, end)):
        name, begins, inside, ends = part
        if name not in needed:
            kept[begins + 4 : begins + 8] = b"free"
            kept[inside:ends] = bytes(ends - inside)
            continue
        yield part
        if name in HOLD_OTHERS:
            yield from _blanked(data, kept, inside, ends, NEEDED)


def _parts(data: bytes, at: int, end: int) -> Iterator[Part]:
    while at + 8 <= end:
        size, name, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise ValueError("a box that does not fit")
        yield name, at, at + head, at + size
        at += size
    if at != end:
        raise ValueError("something after the last box")
