"""What may be kept as a file: kinds, types, limits; who may read it, and how it may go again."""

from dataclasses import dataclass
from enum import StrEnum

from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da

FIELD = "file"
"""The field of a form at which a refused file is spoken of."""


class Kind(StrEnum):
    """What a file is to the course."""

    EVIDENCE = "evidence"
    PAPER = "paper"
    WORD = "word"


KIND_NAMES: dict[Kind, str] = {
    Kind.EVIDENCE: da("Underskrevet papir"),
    Kind.PAPER: da("Papir"),
    Kind.WORD: da("Eget ord til et møde"),
}


class Readers(StrEnum):
    """Who may read a file: the one who put it there, or the citizen's team."""

    OWN = "own"
    TEAM = "team"


READER_NAMES: dict[Readers, str] = {
    Readers.OWN: da("Kun mig"),
    Readers.TEAM: da("Mig og mit team"),
}


class Family(StrEnum):
    """How a type is read and cleaned."""

    PICTURE = "picture"
    PAPER = "paper"
    SOUND = "sound"


FAMILY_NAMES: dict[Family, str] = {
    Family.PICTURE: da("Billede"),
    Family.PAPER: da("PDF"),
    Family.SOUND: da("Lyd"),
}


@dataclass(frozen=True)
class FileType:
    """One type that is taken: what it begins with, how its names may end, how it is kept."""

    mime: str
    family: Family
    marks: tuple[tuple[int, bytes], ...]
    """Bytes that stand at these places, all of them."""
    endings: tuple[str, ...]


TYPES: tuple[FileType, ...] = (
    FileType("image/jpeg", Family.PICTURE, ((0, b"\xff\xd8\xff"),), ("jpg", "jpeg", "jpe", "jfif")),
    FileType("image/png", Family.PICTURE, ((0, b"\x89PNG\r\n\x1a\n"),), ("png",)),
    FileType("image/webp", Family.PICTURE, ((0, b"RIFF"), (8, b"WEBPVP")), ("webp",)),
    FileType("application/pdf", Family.PAPER, ((0, b"%PDF-"),), ("pdf",)),
    FileType("audio/mp4", Family.SOUND, ((4, b"ftyp"),), ("m4a", "mp4", "m4b", "3gp", "3ga")),
    FileType("audio/ogg", Family.SOUND, ((0, b"OggS"),), ("ogg", "oga", "opus")),
    FileType("audio/mpeg", Family.SOUND, ((0, b"ID3"),), ("mp3",)),
    FileType("audio/mpeg", Family.SOUND, ((0, b"\xff\xfb"),), ("mp3",)),
    FileType("audio/mpeg", Family.SOUND, ((0, b"\xff\xf3"),), ("mp3",)),
    FileType("audio/wav", Family.SOUND, ((0, b"RIFF"), (8, b"WAVE")), ("wav", "wave")),
)
"""Marks after the MIME Sniffing Standard (WHATWG, §6.1-6.2); which are taken is our choice (D)."""

TAKEN: dict[Kind, frozenset[Family]] = {
    Kind.EVIDENCE: frozenset({Family.PICTURE, Family.PAPER}),
    Kind.PAPER: frozenset({Family.PICTURE, Family.PAPER}),
    Kind.WORD: frozenset({Family.SOUND}),
}

MEGABYTE = 1_000_000
LARGEST: dict[Family, int] = {
    Family.PICTURE: 15 * MEGABYTE,
    Family.PAPER: 15 * MEGABYTE,
    Family.SOUND: 25 * MEGABYTE,
}
"""A phone's photo has some five megabytes, ten minutes of speech some ten (D)."""
LARGEST_OF_ALL = max(LARGEST.values())
POINTS = 50_000_000
"""More points than the cameras of phones give; a small file may unfold to more (D)."""
LONGEST_SIDE = 2400
"""A picture is kept so that a letter in it can be read, and no larger (D)."""
FACE_SIDE = 320
PAGES = 60
MOST_FILES = 100
MOST_BYTES = 200 * MEGABYTE
"""Of one course (D)."""
TITLE_MAX = 120


@dataclass(frozen=True)
class Upload:
    """A file as it was sent: its name there, how many bytes, and those that were taken in."""

    name: str
    size: int
    data: bytes


def check_upload(kind: Kind, upload: Upload) -> FileType:
    """A file is what its bytes say, of a type that is taken here, and not too large.

    The name it had, and what the browser says it is, decide nothing; but a name that says
    something else is a reason to stop (OWASP ASVS 5.0, 5.2.1-5.2.2).
    """
    if not upload.size:
        raise Wrong("file_empty", da("Filen er tom. Vælg en anden."), FIELD)
    if upload.size > LARGEST_OF_ALL:
        raise _too_large(LARGEST_OF_ALL)
    if upload.data.startswith(OLD_MARK) and Family.SOUND in TAKEN[kind]:
        raise old_sound()
    found = sniff(upload.data)
    if found is None or found.family not in TAKEN[kind]:
        raise _not_taken(kind)
    if upload.size > LARGEST[found.family]:
        raise _too_large(LARGEST[found.family])
    ending = _ending(upload.name)
    if ending and ending not in found.endings:
        raise Wrong(
            "file_name_lies",
            da("Filens navn slutter på .{ending}, men det er noget andet, der er i den. "
               "Gem den igen, og prøv så."),
            FIELD, ending=ending[:10],
        )  # fmt: skip
    return found


def _too_large(most: int) -> Wrong:
    return Wrong(
        "file_too_large", da("Filen er for stor. Den må højst fylde {most} MB."), FIELD,
        most=most // MEGABYTE,
    )  # fmt: skip


def _not_taken(kind: Kind) -> Wrong:
    if Family.SOUND in TAKEN[kind]:
        words = da("Den slags fil kan vi ikke tage imod. Vælg en lydfil (M4A, MP3, WAV eller OGG).")
    else:
        words = da("Den slags fil kan vi ikke tage imod. Vælg et billede (JPG, PNG) eller en PDF.")
    return Wrong("file_not_taken", words, FIELD)


OLD_MARK = b"#!AMR"


def old_sound() -> Wrong:
    """AMR, the form of old telephones: no browser plays it, so nobody would hear it."""
    return Wrong(
        "sound_too_old",
        da("Telefonen har optaget i en ældre form (AMR), som ikke kan høres her. Vælg M4A i "
           "optagerens indstillinger, eller skriv det i stedet."),
        FIELD,
    )  # fmt: skip


def check_face(upload: Upload) -> None:
    """A face is shown by a picture."""
    if check_upload(Kind.PAPER, upload).family is not Family.PICTURE:
        raise Wrong("face_is_a_picture", da("Vælg et billede (JPG eller PNG)."), FIELD)


def sniff(data: bytes) -> FileType | None:
    """Which of the types that are taken these bytes begin as."""
    for one in TYPES:
        if all(data[at : at + len(mark)] == mark for at, mark in one.marks):
            return one
    return None


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def damaged() -> Wrong:
    """It begins as one of ours, and cannot be read to its end."""
    return Wrong(
        "file_damaged",
        da("Filen kan ikke læses eller afspilles. Den er måske gået i stykker. Prøv med en anden."),
        FIELD,
    )  # fmt: skip


def check_points(width: int, height: int) -> None:
    """A picture has an end, however small its file is (OWASP ASVS 5.0, 5.2.6)."""
    if width * height > POINTS:
        raise too_many_points()


def too_many_points() -> Wrong:
    """A picture that unfolds to more than one looks at."""
    return Wrong(
        "picture_too_large",
        da("Billedet er for stort. Det må højst have {most} millioner punkter."),
        FIELD, most=POINTS // 1_000_000,
    )  # fmt: skip


def check_pages(pages: int) -> None:
    """A paper has an end."""
    if pages > PAGES:
        raise Wrong(
            "too_many_pages", da("PDF'en har for mange sider. Der må højst være {most}."), FIELD,
            most=PAGES,
        )  # fmt: skip


def check_room(files: int, size: int) -> None:
    """A course has room for so many files, and so many bytes."""
    if files >= MOST_FILES or size > MOST_BYTES:
        raise Wrong(
            "no_room", da("Der er ikke plads til flere filer. Fjern en, og prøv igen."), FIELD
        )


def check_title(title: str) -> None:
    """A file is called something, in a line."""
    if not title.strip():
        raise Wrong("no_title", da("Skriv, hvad det er. Fx: brev fra kommunen."), "title")
    if len(title) > TITLE_MAX:
        raise Wrong("title_too_long", da("Skriv det lidt kortere."), "title")


def check_readers(kind: Kind, readers: Readers) -> None:
    """Only what the citizen keeps among her own papers can be for her alone."""
    if readers is Readers.OWN and kind is not Kind.PAPER:
        raise Wrong("not_for_one", da("Den kan ikke kun være for dig selv."), "readers")


def check_hers(*, by_citizen: bool) -> None:
    """Her papers and her own word are put there, shown and taken away by herself."""
    if not by_citizen:
        raise NotAllowed(
            "only_the_citizen",
            da("Det kan kun borgeren selv. Gør det sammen på borgerens telefon."),
        )


def check_may_show(readers: Readers) -> None:
    """What the team can read already cannot be shown to it again."""
    if readers is not Readers.OWN:
        raise NotNow("shown_already", da("Dit team kan allerede læse den."))


def may_remove(kind: Kind) -> bool:
    """Evidence of a word that was given stays with the word; the rest may go."""
    return kind is not Kind.EVIDENCE


def check_may_remove(kind: Kind) -> None:
    """See `may_remove`."""
    if not may_remove(kind):
        raise NotNow(
            "evidence_stays", da("Den hører til et samtykke. Den bliver liggende som bevis.")
        )


def leaves_no_trace(readers: Readers) -> bool:
    """What nobody but she could read, she takes back whole; the rest is marked as removed."""
    return readers is Readers.OWN
