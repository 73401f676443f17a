"""The rules of a workshop: groups mark red and green, name themes, choose one challenge (S002)."""

from collections.abc import Collection
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

TITLE_MAX, NAME_MAX, WORDS_MAX, LONG_MAX = 120, 60, 300, 1500
LINES_MOST = 150
"""Lines of a copy: what a table of people can read in a morning (D)."""
GROUPS_MOST, MARKS_MOST = 30, 200
ALPHABET = "BCDFGHJKLMNPRSTVXZ23456789"
CODE = 8
KEPT_DAYS = 365


class Kind(StrEnum):
    """What the groups are asked."""

    WORKSHOP = "workshop"
    AUDIT = "audit"


class Colour(StrEnum):
    """Red: here it went wrong. Green: here it went well (S002 §2.1)."""

    RED = "red"
    GREEN = "green"


KIND_NAMES: dict[Kind, str] = {
    Kind.WORKSHOP: da("Workshop: røde og grønne mærker, temaer og én udfordring"),
    Kind.AUDIT: da("Audit: mærker, og de samme faste spørgsmål hver gang"),
}
COLOUR_NAMES: dict[Colour, str] = {
    Colour.RED: da("Rødt: her gik det galt"), Colour.GREEN: da("Grønt: her gik det godt"),
}  # fmt: skip

QUESTIONS: dict[str, str] = {
    "one_holds": da("Var der hele tiden én, der holdt i trådene?"),
    "all_knew": da("Vidste de, der hjalp, hvad de andre gjorde?"),
    "known_face": da("Kunne borgeren beholde de samme mennesker?"),
    "handed_over": da("Blev borgeren hjulpet hele vejen over, når et sted slap?"),
    "kept": da("Blev det, der var lovet, holdt til tiden?"),
    "own_voice": da("Var det borgerens egne ønsker, der styrede?"),
    "met": da("Mødtes de rigtige i tide?"),
}
"""The fixed questions: the three continuities (S003), promises and her own voice (S004)."""


class Answer(StrEnum):
    """What a group answers to a fixed question."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


ANSWER_NAMES: dict[Answer, str] = {
    Answer.YES: da("Ja"), Answer.PARTLY: da("Delvist"), Answer.NO: da("Nej"),
    Answer.UNKNOWN: da("Det kan vi ikke se"),
}  # fmt: skip


def check_study(title: str, lines: Collection[object], *, is_read: bool) -> str:
    """A copy has a title and some lines, and a person has read every one of them (J6)."""
    if not title.strip():
        raise Wrong("no_title", da("Giv øvesagen en titel uden navn."), "title")
    if not lines:
        raise Wrong("no_lines", da("Der er ingen linjer tilbage. Behold nogle."))
    if not is_read:
        raise Wrong(
            "not_read", da("Læs det hele, og sæt kryds, når ingen kan kendes i det."), "is_read"
        )
    return title.strip()[:TITLE_MAX]


def check_open(*, is_closed: bool) -> None:
    """A workshop that is closed takes no more marks."""
    if is_closed:
        raise NotNow("workshop_closed", da("Workshoppen er slut. Mærkerne er gemt."))


def normal_code(said: str) -> str:
    """A code as it was meant: capitals, without blanks and dashes."""
    return "".join(said.upper().split()).replace("-", "")
