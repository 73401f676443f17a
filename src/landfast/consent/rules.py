"""What a yes, a no and a withdrawal do. The two grounds of this version: team and citizen."""

from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

PURPOSE_MAX = 300


class ConsentState(StrEnum):
    """The life of a consent. A no is not a fault: it colours nothing (domain 0.6)."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


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


def check_purpose(purpose: str) -> None:
    """A yes is to something: what the recipient needs it for (formål), in plain words."""
    if not purpose.strip():
        raise Wrong("no_purpose", da("Skriv, hvad personen skal hjælpe med."), "helps_with")
    if len(purpose) > PURPOSE_MAX:
        raise Wrong("purpose_too_long", da("Skriv det kortere: højst 300 tegn."), "helps_with")


def check_may_allow(standing: ConsentState | None, *, is_over: bool, is_staff: bool) -> None:
    """A yes opens the course to one employee while it runs. A no can become a yes at any time."""
    if not is_staff:
        raise Wrong(
            "not_an_employee", da("Vælg en medarbejder. Andre kan stå på kortet uden adgang."),
            "person_id",
        )  # fmt: skip
    if is_over:
        raise NotNow(
            "course_is_over", da("Forløbet er slut, så der kan ikke gives ny adgang til det.")
        )
    if standing is ConsentState.GIVEN:
        raise NotNow(
            "allowed_already", da("Der er allerede sagt ja. Personen kan læse med."), "person_id"
        )


def check_may_refuse(standing: ConsentState | None) -> None:
    """A no is written down once; it colours nothing and nobody asks again (domain 0.6)."""
    if standing is ConsentState.REFUSED:
        raise NotNow("refused_already", da("Det er allerede skrevet ned, at svaret er nej."))


def check_may_withdraw(standing: ConsentState | None) -> None:
    """What was never given cannot be taken back."""
    if standing is not ConsentState.GIVEN:
        raise NotNow("nothing_to_withdraw", da("Personen kan allerede ikke læse med."))


def may_withdraw(standing: ConsentState | None) -> bool:
    """Is there a yes to take back? For the button."""
    return standing is ConsentState.GIVEN
