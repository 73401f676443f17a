"""A reason: a line that the citizen, or a colleague, can read."""

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

REASON_MAX = 500
FOR_CITIZEN = da("Skriv kort hvorfor, så borgeren kan se det.")
FOR_COLLEAGUES = da("Skriv kort hvorfor.")


def check_reason(reason: str, *, field: str = "reason", missing: str = FOR_CITIZEN) -> None:
    """A reason that is owed is given, and is a line and not a story (D)."""
    if not reason.strip():
        raise Wrong("reason_missing", missing, field)
    check_length(reason, field=field)


def check_length(reason: str, *, field: str = "reason") -> None:
    """A line, and not a story (D)."""
    if len(reason) > REASON_MAX:
        raise Wrong("reason_too_long", da("Skriv højst 500 tegn."), field)
