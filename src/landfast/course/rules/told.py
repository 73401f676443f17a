"""Who has heard intake's answer: she first, then who referred her (decision 66)."""

from datetime import date

from landfast.access.roles import CourseRole, may_in_course
from landfast.access.rules import Permission
from landfast.course.rules.words import Outcome, ToldHow
from landfast.kernel.business_days import add_business_days
from landfast.kernel.refusals import NotAllowed, NotNow
from landfast.kernel.text import da

HOW_NAMES: dict[ToldHow, str] = {
    ToldHow.PHONE: da("I telefonen"),
    ToldHow.MET: da("Da vi mødtes"),
    ToldHow.LETTER: da("I et brev eller en besked, som borgeren har fået"),
}
TELL_NO_WITHIN = 5
"""Business days in which intake tells her a no; then it is the lead's (decisions/0072, D)."""

ANSWERS: dict[Outcome, str] = {
    Outcome.OFFERED: da("Tilbudt et forløb"),
    Outcome.WAITING: da("På venteliste"),
    Outcome.DECLINED: da("Ikke tilbudt et forløb"),
}
"""The answer as who referred her reads it: what, and never why."""


def tell_by(today: date) -> date:
    """The last day on which those who said no can read it, to tell her."""
    return add_business_days(today, TELL_NO_WITHIN)


def may_note_told(roles: frozenset[CourseRole]) -> bool:
    """For buttons; the gate is `check_may_note_told`."""
    return any(
        may_in_course(roles, one)
        for one in (Permission.COURSE_MOVE, Permission.COORDINATOR_APPOINT)
    )


def check_may_note_told(roles: frozenset[CourseRole]) -> None:
    """Who answers for the answer writes down that she has heard it: intake, lead, coordinator."""
    if not may_note_told(roles):
        raise NotAllowed(
            "not_yours_to_tell",
            da("Visitationen, lederen eller koordinatoren skriver, at borgeren har hørt svaret."),
        )


def check_waits_to_hear(*, is_answered: bool, is_told: bool) -> None:
    """There is an answer, and nobody has written down yet that she heard it."""
    if not is_answered:
        raise NotNow("no_answer_yet", da("Der er ikke et svar endnu. To af jer siger ja først."))
    if is_told:
        raise NotNow("told_already", da("Det er allerede skrevet, at borgeren har hørt svaret."))
