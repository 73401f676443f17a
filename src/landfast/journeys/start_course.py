"""A course starts: who could hold it, one coordinator, and a named second from the first day."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions.coordinator import appoint_first
from landfast.course.queries.coordinators import Candidate, candidates
from landfast.course.queries.courses import CourseView, course_page
from landfast.course.queries.profiles import StatutoryRow, statutory_roles
from landfast.course.rules import coordinator as rules
from landfast.journeys._facts import team_facts
from landfast.kernel.ids import PersonId
from landfast.programmes.queries import PrecedenceRow, precedence


@dataclass(frozen=True)
class Choice:
    """The page on which a coordinator is chosen: the course, who could, what it takes over."""

    view: CourseView
    candidates: list[Candidate]
    takes_over: list[PrecedenceRow]
    goes_on: list[StatutoryRow]

    def others(self) -> list[Candidate]:
        """Those beside the one who holds the course now."""
        holder = self.view.held.holder
        return [one for one in self.candidates if not holder or one.person.id != holder.person_id]


def who_could(*, actor: Actor, course_id: UUID) -> Choice:
    """Those who could be coordinator with plain reasons: relation, neutrality, room, at work."""
    view = course_page(actor, course_id, "Vælg koordinator")
    return Choice(
        view,
        candidates(course_id, team_facts(course_id)),
        precedence(view.frame.unit_id),
        statutory_roles(course_id),
    )


@journey
def start_course(
    *,
    actor: Actor,
    course_id: UUID,
    person_id: PersonId,
    reason: str,
    said_yes: bool,
    override: str = "",
    second: PersonId | None = None,
) -> None:
    """Appoint the coordinator and name the second (makker) in one act (S004 §5.1, domain 0.8).

    `said_yes`: whoever is appointed has been asked, as for a hand-over.
    """
    rules.check_said_yes(said_yes=said_yes)
    appoint_first(
        actor=actor, course_id=course_id, person_id=person_id, reason=reason, override=override,
        second=second, facts=team_facts(course_id, person_id),
    )  # fmt: skip
