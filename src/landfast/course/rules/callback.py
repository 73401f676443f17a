"""Ring mig op: what a stranger may leave, and how junk sinks below the real ones.

Nobody is refused and nobody solves a riddle: each sign of junk lowers the trust in a row,
and the list shows the trusted first (issue 2 §6). The database's own function counts what
comes from one place; here is what one sending tells about itself.
"""

from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.programmes.rules import NEED_NAMES, NeedArea

KEPT_DAYS = 14
QUICKEST_SECONDS = 3
OLDEST_SECONDS = 12 * 3600
UNSURE = "unsure"
AREAS: dict[str, str] = {
    **{area.value: name for area, name in NEED_NAMES.items()},
    UNSURE: da("Noget andet, eller jeg ved det ikke"),
}
"""What a call may be about: an area, never a story (issue 2 §3.1)."""
AREAS_OF_ANOTHER: dict[str, str] = {
    **AREAS,
    NeedArea.PSYCHIATRY.value: da("Hvordan de har det"),
    NeedArea.SOMATIC.value: da("Krop og helbred"),
    NeedArea.DAILY_LIVING.value: da("Hverdagen"),
}
"""The same areas, when they are about somebody else."""


class Sign(StrEnum):
    """A sign that a program, not a person, sent the form."""

    TRAP_FILLED = "trap_filled"
    STAMP_FORGED = "stamp_forged"
    TOO_QUICK = "too_quick"
    STAMP_OLD = "stamp_old"
    FROM_ELSEWHERE = "from_elsewhere"


WEIGHT: dict[Sign, int] = {
    Sign.TRAP_FILLED: 50,
    Sign.STAMP_FORGED: 20,
    Sign.TOO_QUICK: 20,
    Sign.FROM_ELSEWHERE: 20,
    Sign.STAMP_OLD: 5,
}
"""A page left open over night is human: it weighs little."""


def signs(*, trap: str, age_seconds: float | None, from_elsewhere: bool) -> frozenset[Sign]:
    """What one sending tells: the hidden field, the signed time of the form, where it came from."""
    found = set()
    if trap:
        found.add(Sign.TRAP_FILLED)
    if from_elsewhere:
        found.add(Sign.FROM_ELSEWHERE)
    if age_seconds is None:
        found.add(Sign.STAMP_FORGED)
    elif age_seconds < QUICKEST_SECONDS:
        found.add(Sign.TOO_QUICK)
    elif age_seconds > OLDEST_SECONDS:
        found.add(Sign.STAMP_OLD)
    return frozenset(found)


def suspicion(found: frozenset[Sign]) -> int:
    """How much the signs together weigh; 0 for a person."""
    return sum(WEIGHT[sign] for sign in found)


class CallOutcome(StrEnum):
    """What came of calling back. A code only: the story belongs to the one who told it."""

    NO_ANSWER = "no_answer"
    REFERRED = "referred"
    ADVICE = "advice"
    NOT_WANTED = "not_wanted"
    WRONG_NUMBER = "wrong_number"


OUTCOME_NAMES: dict[CallOutcome, str] = {
    CallOutcome.NO_ANSWER: da("Tog den ikke – ring igen"),
    CallOutcome.ADVICE: da("Fik råd om, hvem der kan hjælpe"),
    CallOutcome.NOT_WANTED: da("Vil ikke have mere nu"),
    CallOutcome.WRONG_NUMBER: da("Forkert nummer, eller ingen henvendelse"),
    CallOutcome.REFERRED: da("Blev til en henvendelse"),
}


def ends_it(outcome: CallOutcome) -> bool:
    """Everything but "no answer" takes the call off the list."""
    return outcome is not CallOutcome.NO_ANSWER


def expires_on(today: date) -> date:
    """A number that nobody rang is forgotten after 14 days."""
    return today + timedelta(days=KEPT_DAYS)


def check_name_is_own(*, about_self: bool, name: str) -> None:
    """A name only when it is one's own: no name of another (issue 2 §3.1)."""
    if name and not about_self:
        raise Wrong(
            "name_of_another",
            da("Skriv ikke navnet på en anden. Vi ringer og taler med dig."),
            "name",
        )


def check_area(area: str) -> None:
    """One of the areas on the list."""
    if area not in AREAS:
        raise Wrong("no_such_area", da("Vælg, hvad det handler om."), "area")


def check_not_called(called: bool, by: str) -> None:
    """The second of two who ring is told so."""
    if called:
        raise NotNow(
            "already_called",
            da("{name} har allerede ringet. Åbn listen igen."),
            name=by or da("En kollega"),
        )


def area_name(area: str, *, about_self: bool) -> str:
    """The area in words, as the one who wrote would say it."""
    names = AREAS if about_self else AREAS_OF_ANOTHER
    return names.get(area, AREAS[UNSURE])
