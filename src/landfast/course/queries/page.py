"""All that the course page of professionals shows, read once."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.courses import CourseView, course_page
from landfast.course.queries.history import Happening, history
from landfast.course.queries.holding import answers_now
from landfast.course.queries.numbers import Number, number
from landfast.course.queries.observations import ObservationRow, observations
from landfast.course.queries.profiles import (
    ClosingRow,
    ProfileRow,
    StatutoryRow,
    closing,
    profile,
    statutory_roles,
)
from landfast.course.rules.contact import CPR_LOOK
from landfast.course.rules.holding import Answers
from landfast.course.rules.states import OVER
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da

SHORT = 5
NO_NUMBER = Number()


@dataclass(frozen=True)
class CoursePage:
    """The page of one course. A frame-only viewer gets the frame; the rest is empty."""

    view: CourseView
    answers: Answers | None
    history: list[Happening]
    profile: ProfileRow
    statutory: list[StatutoryRow]
    observations: list[ObservationRow]
    closing: ClosingRow | None
    cpr: Number = NO_NUMBER


def full_page(actor: Actor, course_id: UUID, *, whole_number: bool = False) -> CoursePage:
    """Open the record and read the page (the look is logged).

    With `whole_number` somebody of the team asks for the CPR number too: the look says so.
    """
    view = course_page(actor, course_id, CPR_LOOK if whole_number else "Forløbet")
    if whole_number and not view.whole:
        raise NotAllowed(
            "cpr_is_the_teams", da("CPR-nummeret er for borgerens team. Spørg koordinatoren.")
        )
    over = view.frame.state in OVER
    answers = None if over else answers_now(view.held)
    if not view.whole:
        return CoursePage(
            view, answers, history(course_id, 15),
            ProfileRow(), [], [], None,
        )  # fmt: skip
    return CoursePage(
        view, answers, history(course_id, 15),
        profile(course_id), statutory_roles(course_id), observations(course_id, SHORT),
        closing(course_id) if over else None, number(view.frame.sealed_cpr, whole=whole_number),
    )  # fmt: skip
