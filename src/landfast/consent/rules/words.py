"""The words of the room: what a citizen's word can be, and how she said it."""

from enum import StrEnum

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

PURPOSE_MAX = 300


class ConsentState(StrEnum):
    """The life of a consent. A no is not a fault: it colours nothing (domain 0.6)."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    EXPIRED = "expired"
    REPLACED = "replaced"


class How(StrEnum):
    """How the citizen said it."""

    SELF = "self"
    ORALLY = "orally"
    ON_PAPER = "on_paper"


HOW_NAMES: dict[How, str] = {
    How.SELF: da("Sagt af borgeren selv her"),
    How.ORALLY: da("Sagt mundtligt"),
    How.ON_PAPER: da("Sagt på papir"),
}


def check_how(how: How, *, by_citizen: bool) -> None:
    """Only the citizen says yes "herself"; others write down how she said it (product F1)."""
    if (how is How.SELF) is not by_citizen:
        raise Wrong(
            "how_she_said_it",
            da("Skriv, hvordan borgeren har sagt det: mundtligt eller på papir."),
            "how",
        )


def check_purpose(purpose: str, field: str = "helps_with") -> None:
    """A yes is to something: what the recipient needs it for (formål), in plain words."""
    if not purpose.strip():
        raise Wrong("no_purpose", da("Skriv, hvad personen skal hjælpe med."), field)
    if len(purpose) > PURPOSE_MAX:
        raise Wrong("purpose_too_long", da("Skriv det kortere: højst 300 tegn."), field)
