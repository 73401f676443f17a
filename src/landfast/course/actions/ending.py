"""How a course ends and begins again. Called by journeys, which settle the rooms above first."""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.changing import settle
from landfast.course.actions.phases import begin_again, for_move, locked, move
from landfast.course.actions.team import dissolve
from landfast.course.rules import ending as rules
from landfast.course.rules import states
from landfast.course.rules.changing import ChangeState
from landfast.course.rules.words import FOR_GOOD, Ending, State
from landfast.kernel.clock import date_in_denmark, now, today
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da

FALLS_AWAY = "Forløbet er slut"


@action
def close(*, actor: Actor, course_id: UUID, facts: rules.ClosingFacts) -> None:
    """A planned closing: what was done and not, who carries on, how to come back (domain A2).

    The team's access ends here; the citizen keeps hers.
    """
    course = for_move(actor, course_id, "close")
    rules.check_closing(facts, date_in_denmark(course.created_at), today())
    _write_down(
        actor, course, Ending.PLANNED, done=facts.done, not_done=facts.not_done,
        who_carries_on=facts.who_carries_on, way_back=facts.way_back,
        final_talk_on=facts.final_talk_on,
    )  # fmt: skip
    move(actor, course, State.CLOSED, reason="", facts={"open_agreements": facts.open_agreements})
    _over(actor, course, Ending.PLANNED)


@action
def stop(*, actor: Actor, course_id: UUID) -> None:
    """ "Jeg vil stoppe": the same day, from any state, no reason asked, nothing measured (0.1)."""
    course = for_move(actor, course_id, "stop")
    move(actor, course, State.STOPPED, reason="")
    _over(actor, course, Ending.STOPPED_BY_CITIZEN)


@action
def move_away(*, actor: Actor, course_id: UUID, facts: rules.MovingFacts) -> None:
    """The citizen moves to another municipality; only what she says yes to goes along (A3)."""
    course = _for_leaving(actor, course_id)
    rules.check_moving(facts)
    _write_down(
        actor, course, Ending.MOVED, moves_to=facts.moves_to, told_on=facts.told_on,
        citizen_said_yes=facts.citizen_said_yes,
    )  # fmt: skip
    _leave(actor, course, Ending.MOVED)


@action
def note_death(*, actor: Actor, course_id: UUID, died_on: date) -> None:
    """The citizen has died: reminders stop, the course closes, nothing more is asked (A3 DØD)."""
    course = _for_leaving(actor, course_id)
    rules.check_death(died_on, date_in_denmark(course.created_at), today())
    models.Citizen.objects.filter(id=course.citizen_id).update(died_on=died_on)
    _leave(actor, course, Ending.DEATH)


@action
def reopen(
    *, actor: Actor, course_id: UUID, citizen_said_so: bool = False, said_how: str = ""
) -> None:
    """A closed course opens again within half a year, without intake (domain A3 GENÅBNET).

    It then waits for a coordinator, the same one if possible. Consents are asked for anew.
    Not while another of hers goes on: one course each (`another_goes_on`).
    `said_how`: from others than her, at most 500 signs; it stands as the reason, for her to read.
    """
    require(actor, Permission.COURSE_REOPEN, course=course_id)
    course = locked(course_id)
    rules.check_is_over(is_over=State(course.state) in {State.CLOSED, State.STOPPED})
    if course.ending in FOR_GOOD:
        raise NotNow("not_over", da("Forløbet kan ikke åbnes igen, som det står nu."))
    rules.check_reopen(date_in_denmark(course.state_since), today())
    rules.check_begins_again(
        is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so, how=said_how
    )
    if State(course.state) is State.STOPPED:
        move(actor, course, State.CLOSED, reason="")
    begin_again(actor, course, State.REOPENED, reason=said_how.strip())
    course.ending = ""
    course.save(update_fields=["ending"])


def _for_leaving(actor: Actor, course_id: UUID) -> models.Course:
    require(actor, Permission.COURSE_MOVE, course=course_id)
    course = locked(course_id)
    if State(course.state) in states.OVER:
        states.check_move("stop", State(course.state))
    return course


def _leave(actor: Actor, course: models.Course, ending: Ending) -> None:
    """Through the closing to the end, both moves dated, whatever state it was in."""
    if State(course.state) in states.MOVES["wind_up"].before:
        move(actor, course, State.CLOSING, reason="", facts={"ending": ending.value})
    move(actor, course, State.CLOSED, reason="", facts={"ending": ending.value})
    _over(actor, course, ending)


def _over(actor: Actor, course: models.Course, ending: Ending) -> None:
    course.ending = ending
    course.save(update_fields=["ending"])
    record(actor, f"course.ended.{ending.value}", course, topic=Topic.FRAME)
    settle(actor, course.id, ChangeState.TAKEN_BACK)
    dissolve(actor, course, FALLS_AWAY)


def _write_down(
    actor: Actor, course: models.Course, ending: Ending, **words: str | bool | date | None
) -> None:
    models.Closing(
        course=course, ending=ending, written_by_id=actor.person_id, created_at=now(),
        **{key: value.strip() if isinstance(value, str) else value for key, value in words.items()},
    ).save(force_insert=True)  # fmt: skip
