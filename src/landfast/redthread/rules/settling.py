"""What people may do to a finding: put it off or away, with a reason; contest it (domain E5)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.redthread.rules.words import WEIGHT, Severity

WORDS_MAX = 500
LONGEST = timedelta(days=90)
USUAL = timedelta(days=7)
LATE_PROMISE = "RT-10"


def check_snooze(until: date | None, today: date) -> date:
    """Put off until a day ahead, three months at most: then it is looked at again (D)."""
    if until is None:
        raise Wrong("no_day", da("Vælg den dag, du vil se på det igen."), "until")
    if until <= today:
        raise Wrong("day_is_past", da("Vælg en dag, der kommer."), "until")
    if until > today + LONGEST:
        raise Wrong("day_is_far", da("Vælg en dag inden for tre måneder."), "until")
    return until


def check_reason(words: str, field: str = "because") -> str:
    """What is put away or contested has a reason that others can read (domain E5)."""
    said = " ".join(words.split())
    if not said:
        raise Wrong("no_reason", da("Skriv kort hvorfor. De andre kan læse det."), field)
    if len(said) > WORDS_MAX:
        raise Wrong("too_long", da("Skriv højst 500 tegn."), field)
    return said


def check_stands(*, is_closed: bool) -> None:
    """What has ended by itself is not settled once more."""
    if is_closed:
        raise NotNow("finding_is_over", da("Det er ikke sådan længere. Der er ikke mere at gøre."))


def is_resting(snoozed_until: date | None, today: date, *, is_dismissed: bool) -> bool:
    """Put off or put away: shown folded, with who and why."""
    return is_dismissed or (snoozed_until is not None and today < snoozed_until)


def mark(
    severity: Severity, says: str, values: Mapping[str, Iterable[str]], fact_ids: Iterable[str]
) -> list[str]:
    """What a finding says and rests on. Put off or away, it stands again when something is new.

    Facts count by their kind, so that one more of the same asks nobody anew; a sign in her life
    counts by itself, since each is a question of its own (domain E5).
    """
    facts = {one if severity is Severity.QUESTION else one.partition(":")[0] for one in fact_ids}
    words = {word for said in values.values() for word in said}
    return sorted({says} | words | facts)


def wakes(now: Severity) -> list[Severity]:
    """Put off or away when it was one of these, it stands again: it is heavier now (domain E5)."""
    return [then for then in Severity if WEIGHT[then] < WEIGHT[now]]
