"""Changes of phase and of coordinator, as they are done in Landfast."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from landfast.course.actions import phases
from landfast.course.rules.ending import ClosingFacts, PauseGround
from landfast.course.rules.words import State
from landfast.journeys.close_course import begin_closing, close_course
from landfast.journeys.hand_over import accept_course, offer_course
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.replay_case.opening import choose_coordinator
from landfast.journeys.replay_case.report import How
from landfast.journeys.replay_case.stage import Play
from landfast.journeys.stop_course import stop_course
from landfast.redthread.casefile import CaseEvent

OVER = frozenset({State.CLOSED, State.STOPPED})


def move(play: Play, event: CaseEvent) -> None:
    """The course moves as the file tells, where the machine and its guards allow it."""
    wanted = event.data.get("to")
    doing = _moves(play, event).get(State(wanted)) if wanted else None
    if wanted is None or doing is None:
        play.report.add(
            event.line,
            event.id,
            "to",
            How.OBSERVED,
            "forløbet står der allerede, eller det er sket før",
        )
        return
    if not play.attempt(event, "to", f"forløbet er flyttet til {wanted}", doing):
        return
    play.ended = State(wanted) in OVER
    if State(wanted) is State.REOPENED:
        play.members.clear()  # consents ended with the course; they are asked for anew
        choose_coordinator(play)


def _moves(play: Play, event: CaseEvent) -> dict[State, Callable[[], object]]:
    course: dict[str, Any] = {"course_id": play.course}
    told = event.words or "Fortalt, før forløbet kom i Landfast"
    by = partial(play.do, play.holder)
    own = partial(play.do, play.citizen) if play.citizen else by
    review = event.data.get("review_date")
    return {
        State.ACTIVE: partial(by, _begin_or_resume, **course),
        State.PAUSED: partial(
            by, pause_course, **course, ground=PauseGround.ASKED,
            review_on=date.fromisoformat(review[:10]) if review else None,
            way_back=str(event.data.get("way_back") or ""),
        ),
        State.CLOSING: partial(by, begin_closing, **course, reason=told[:500]),
        State.CLOSED: partial(
            by, close_course, **course,
            facts=ClosingFacts(
                done=told[:2000], not_done="", talk_declined=True,
                who_carries_on=str(event.data.get("who_carries_on") or "Det står i historien"),
                way_back=str(event.data.get("way_back") or "Ring til koordinatorteamet"),
            ),
        ),
        State.STOPPED: partial(own, stop_course, **course),
        State.REOPENED: partial(
            own, reopen_course, **course, citizen_said_so=True, said_how=told[:500]
        ),
    }  # fmt: skip


def _begin_or_resume(*, actor: Any, course_id: Any) -> None:
    """From a pause the course goes on; otherwise its network meetings begin."""
    from landfast.course.queries.courses import course_frame

    if course_frame(course_id).state is State.PAUSED:
        phases.resume(actor=actor, course_id=course_id)
    else:
        phases.activate(actor=actor, course_id=course_id)


def hand_over(play: Play, event: CaseEvent) -> None:
    """Another coordinator of the unit is asked, and says yes."""
    others = [who for who in play.coordinators if who != play.coordinator]
    if not others:
        others = [play.cast.hire("coordinator", event.when.day, play.unit_id)]
    taker = others[0]

    def hand() -> None:
        offered = play.do(
            play.holder, offer_course, course_id=play.course, taker=taker.person_id,
            reason=(event.words or "Fortalt, før forløbet kom i Landfast")[:500],
        )  # fmt: skip
        play.do(taker, accept_course, handover_id=offered)

    if play.attempt(event, "to", f"overdraget til {taker.name}, som har sagt ja", hand):
        play.coordinator = taker
