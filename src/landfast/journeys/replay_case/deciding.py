"""What intake decided in the story, decided in Landfast where its guards hold."""

from datetime import date, timedelta
from typing import Any

from landfast.course.actions import assessing, decision
from landfast.course.rules.intake import APPEAL, Answered, Proposal
from landfast.course.rules.words import Answer, Outcome, State
from landfast.journeys.decide_intake import confirm_decision
from landfast.journeys.replay_case.report import How
from landfast.journeys.replay_case.stage import Play
from landfast.kernel.text import da
from landfast.people.rules import role_name
from landfast.programmes import queries as programmes
from landfast.redthread.casefile import CaseEvent

TOLD: dict[State, Outcome] = {State.WAITING: Outcome.WAITING, State.DECLINED: Outcome.DECLINED}
"""The states that are an answer of intake's."""
LOOKED_AGAIN = da("Sagen er taget op igen")
DECIDED: dict[Outcome, str] = {
    Outcome.WAITING: da("på venteliste: foreslået af én, bekræftet af en anden"),
    Outcome.DECLINED: da(
        "sagt nej med noget andet i stedet: foreslået af én, bekræftet af en anden"
    ),
}
WORDS_MAX = 2000


def is_outcome(event: CaseEvent) -> bool:
    """Does the event tell what intake answered, or that it looks again (domain A3, A4)?"""
    return event.type == "state_change" and (
        event.data.get("to") in TOLD or event.data.get("to") == State.ASSESSMENT
    )


def as_told(play: Play, event: CaseEvent) -> None:
    """The answer goes through assessment and decision; a guard that says no leaves it told."""
    wanted = State(event.data["to"])
    if wanted is State.ASSESSMENT:
        _look_again(play, event)
        return
    outcome = TOLD[wanted]
    play.answered = outcome
    if play.attempt(event, "to", DECIDED[outcome], lambda: decide(play, _proposal(play, event))):
        play.declined = outcome is Outcome.DECLINED


def _look_again(play: Play, event: CaseEvent) -> None:
    play.answered = None
    if not play.declined:
        play.report.add(event.line, event.id, "to", How.OBSERVED, "forløbet står der allerede")
        return
    why = (event.words or LOOKED_AGAIN)[:500]
    if play.attempt(event, "to", "et nej er taget op igen", lambda: reassess(play, why)):
        play.declined = False


def reassess(play: Play, why: str) -> None:
    """The daily lead opens a no again (genvurdering)."""
    play.do(play.lead, decision.reassess, course_id=play.course, reason=why)


def _proposal(play: Play, event: CaseEvent) -> Proposal:
    """Only what was told: without a date, or something instead, the guard has its say."""
    told = str(event.data.get("reason") or event.words or "")[:WORDS_MAX]
    if event.data["to"] == State.WAITING:
        caller = play.coordinators[0].person_id
        return Proposal(
            Outcome.WAITING, told, expected_on=_expected(play, event), calls_meanwhile=caller
        )
    instead = event.data.get("replacement") or event.data.get("way_back") or ""
    return Proposal(
        Outcome.DECLINED, told, instead=role_name(str(instead)).replace("_", " "), appeal=APPEAL
    )


def _expected(play: Play, event: CaseEvent) -> date | None:
    days: Any = event.data.get("expected_wait_days") or event.data.get("wait_days")
    return play.moment.date() + timedelta(days=int(days)) if days else None


def decide(play: Play, wanted: Proposal) -> None:
    """The criteria stand as unclear: a case file assesses nobody, and nor do we (domain A4)."""
    first = play.coordinators[0]
    unclear = [
        Answered(row.id, Answer.UNCLEAR, "Det står ikke i historien. Vi taler med borgeren om det.")
        for row in programmes.criteria(play.programme)
    ]
    if unclear:
        play.do(first, assessing.assess, course_id=play.course, answers=unclear)
    proposed = play.do(first, decision.propose, course_id=play.course, proposal=wanted)
    play.do(play.lead, confirm_decision, course_id=play.course, decision_id=proposed)


def offer(play: Play) -> None:
    """A course that begins was offered first; a standing no is looked at again before that."""
    if play.declined:
        reassess(play, LOOKED_AGAIN)
        play.declined = False
    play.answered = None
    decide(play, Proposal(Outcome.OFFERED, "Der er sagt ja til et forløb."))
