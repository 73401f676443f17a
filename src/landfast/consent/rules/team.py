"""What a yes, a no and a withdrawal do to membership of the team."""

from landfast.consent.rules.words import ConsentState
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


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


def check_may_withdraw(standing: ConsentState | None) -> None:
    """What was never given cannot be taken back."""
    if standing is not ConsentState.GIVEN:
        raise NotNow("nothing_to_withdraw", da("Personen kan allerede ikke læse med."))


def may_withdraw(standing: ConsentState | None) -> bool:
    """Is there a yes to take back? For the button."""
    return standing is ConsentState.GIVEN
