"""Three questions after a meeting (product C7): voluntary, each may be left out."""

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.words import MeetingState

FEWEST = 3
"""So many must have answered before a mean of theirs is shown: nobody is known by it."""
LINK_DAYS = 30
"""So long after the meeting the link in an invitation still asks."""
MAIL_DAYS = 3
"""So soon after it who has no login is asked by mail, once, or not at all."""
FACES = (1, 2, 3, 4, 5)
QUESTIONS = {
    "heard": da("Blev du hørt?"),
    "useful": da("Kom I videre?"),
    "clear": da("Er det klart, hvad der sker nu?"),
}
"""The same three for everybody, so that a table can see itself over time (D)."""


def check_pulse(
    state: MeetingState, answers: dict[str, int | None], *, was_there: bool, is_over: bool = False
) -> None:
    """Who was at the table says how it was, when it is over; one answer is enough.

    When the course is over nobody is asked any more, by whichever way they came (A3, 0.1).
    """
    if is_over:
        raise NotNow("course_over", da("Forløbet er slut. Nu spørger vi ikke mere."))
    if state is not MeetingState.HELD:
        raise NotNow("not_held", da("Svar, når mødet er slut."))
    if not was_there:
        raise NotNow("was_not_there", da("Kun dem, der var med, svarer."))
    check_faces(answers)


def check_faces(answers: dict[str, int | None]) -> None:
    """One face is enough, and it is one of five."""
    given = [one for one in answers.values() if one is not None]
    if not given:
        raise Wrong("no_answer", da("Vælg mindst ét ansigt. Du kan også lade være."))
    if any(one not in FACES for one in given):
        raise Wrong("no_such_face", da("Vælg et af ansigterne."))
