"""A guest is asked to one meeting without being in the team: reads it for a while, and no more."""

from datetime import datetime, timedelta

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

WITHOUT_MINUTES = timedelta(days=60)
"""How long after a meeting a guest waits for minutes that do not come (D)."""


def latest(starts_at: datetime) -> datetime:
    """When a guest's reading ends if nobody sends minutes (F2)."""
    return starts_at + WITHOUT_MINUTES


def after_minutes(sent_at: datetime, days: int) -> datetime:
    """When a guest's reading ends: a set number of days after the minutes were sent (F2)."""
    return sent_at + timedelta(days=days)


def check_guest(*, is_staff: bool, is_in_team: bool, why: str) -> None:
    """A guest is an employee outside the team, with a reason that the citizen can read (F2)."""
    if not is_staff:
        raise Wrong("not_an_employee", da("Vælg en medarbejder."), "guest")
    if is_in_team:
        raise NotNow(
            "in_the_team", da("Personen er med i teamet. Vælg personen på listen i stedet.")
        )
    if not why.strip():
        raise Wrong("guest_without_reason", da("Skriv, hvorfor personen skal med."), "why")
