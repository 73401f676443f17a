"""Replaying a case at the dates of its events: the clock is told, never the machine's own."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from landfast.access.action import journey
from landfast.access.actor import SYSTEM
from landfast.course.actions.observing import record_observation
from landfast.course.rules.observation import KINDS, WORDS_MAX
from landfast.course.rules.words import State
from landfast.journeys.replay_case import acts, deciding, opening
from landfast.journeys.replay_case.cast import (
    Cast,
    coordinating_unit,
    make_coordinating_unit,
)
from landfast.journeys.replay_case.opening import AlreadyLoaded
from landfast.journeys.replay_case.report import How, Report
from landfast.journeys.replay_case.stage import Acting, Play
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.redthread.casefile import Case, CaseEvent
from landfast.redthread.casefile.fields import DATA_FIELDS

__all__ = ["AlreadyLoaded", "replay"]

IS_OVER = da("forløbet er slut, og ingen kan skrive i det")
TOO_LONG = da("teksten er på over 4000 tegn: det, der kommer efter dem, er ikke skrevet ned")
NOBODY_YET = da("der er endnu ingen koordinator til at skrive det ned")
SAID_NO = da("det blev ikke til et forløb, så intet om borgeren er skrevet ned")
SOURCE_MAX = 200
NOT_YET: dict[str, str] = {
    "legal_basis": da("hjemmel uden samtykke kommer med samtykkemodellen (F1)"),
    "child_conversation_offered": da("samtale med børn har endnu ikke sin egen plads"),
    "resume_complete": da("analysemødets resumé kommer med H4"),
    "venue_excluded": da("steder, borgeren ikke vil mødes, kan endnu ikke gemmes særskilt (C2)"),
    "deputy": da("dækning uden slutdato kan ikke skrives; en dækning har en slutdag"),
}  # fmt: skip
"""Fields that stand in the observation, but that the product cannot use yet, and why."""
SHOWN = da("vises i ord på siden »Det, der er sket«")
PLACED = frozenset(
    {"demands", "demands_resolved", "mandates_present", "decision_needed", "role_expectations",
     "coordinator_claims", "application", "outcome", "decisions", "replacement",
     "replacement_covers_need", "wait_days"}
)  # fmt: skip
"""Fields that the course's page of what has happened shows in words (`course.rules.facts`)."""


@journey
def replay(
    *, case: Case, acting: Acting, unit: str | None = None, helps: Mapping[str, str] | None = None
) -> Report:
    """Replay a case, all of it or nothing (issue 2 §4, FORMAT "Running a case").

    `acting` is how the door lets a person act at a time; whom the story lacks is employed by
    Landfast itself. Observations hold every data field; what the guards allow is done in Landfast
    too. `helps` is what each role helps with, in words for the citizen.
    """
    _check_has_happened(case)
    with acting(SYSTEM, now()):
        play = _begin(case, acting, unit)
        play.helps = helps or {}
        _tell(play)
    return play.report


def _check_has_happened(case: Case) -> None:
    """A case file tells what has happened: a later day is a slip, and moves all after it."""
    for event in case.events:
        if event.when.day > today():
            raise Wrong(
                "not_yet",
                f"linje {event.line}: hændelse {event.id} ligger efter i dag. Ret datoen i filen.",
            )


def _tell(play: Play) -> None:
    case = play.case
    before: list[CaseEvent] = []
    for event in case.events:
        play.to(event)
        if play.coordinator is not None or play.ended:
            _live(play, event)
        elif opening.says_no(event):
            opening.decline(play)
            for earlier in (*before, event):
                _left_out(play, earlier, SAID_NO)
        else:
            _on_the_way(play, event, before)
    play.report.warnings += [str(problem) for problem in case.warnings]


def _on_the_way(play: Play, event: CaseEvent, before: list[CaseEvent]) -> None:
    """Until the course begins its events are gathered; the last event begins it at the latest.

    What intake said stands until the story says otherwise: a no or a waiting list begins nothing.
    """
    last = event is play.case.events[-1]
    if play.course_id is None and (last or opening.opens_course(event)):
        opening.open_course(play, event)
    if deciding.is_outcome(event):
        deciding.as_told(play, event)
    begins = last or opening.starts_course(event, play.case)
    if begins and (play.answered is None or opening.runs_from(event)):
        _start(play, event, before)
        _live(play, event)
        return
    before.append(event)
    if last:
        for earlier in before:
            _left_out(play, earlier, NOBODY_YET)


def _begin(case: Case, acting: Acting, unit: str | None) -> Play:
    unit_id = coordinating_unit(unit)
    if unit_id is None and unit is not None:
        raise Wrong("no_such_unit", f"Der er ingen enhed, der hedder {unit}.", "unit")
    unit_id = unit_id or make_coordinating_unit()
    [town] = [row.organisation_id for row in people.units() if row.id == unit_id]
    cast = Cast(case.id, unit_id, town)
    first = min(event.when.day for event in case.events)
    on = next((e.when.day for e in case.events if opening.opens_course(e)), first)
    return Play(
        case=case, acting=acting, unit_id=unit_id, cast=cast, report=Report(case.id),
        lead=cast.in_unit("daily_leader", on)[0], coordinators=cast.in_unit("coordinator", on),
        moment=datetime.combine(first, time.min, DENMARK).astimezone(UTC),
    )  # fmt: skip


def _start(play: Play, event: CaseEvent, before: list[CaseEvent]) -> None:
    """The course begins; what was told of the time before is written down first."""
    opening.start(play, event)
    for earlier in before:
        _observe(play, earlier)
        if "agreements" in earlier.data:
            acts.agreements(play, earlier)
        _account(play, earlier, frozenset({"agreements"}))
    acts.joined_before(play, before, event)
    acts.own_wishes(play, event)


def _live(play: Play, event: CaseEvent) -> None:
    """One event in a running course: told, and done where the guards hold."""
    told = play.runs
    if told:
        _observe(play, event)
        acts.around_the_citizen(play, event)
    elif event.data.get("to") == State.REOPENED and play.course_id is not None:
        acts.BY_TYPE["state_change"](play, event)
    if not play.runs and not told:
        _left_out(play, event, IS_OVER)
        return
    if not told:
        _observe(play, event)
    _account(play, event, _act(play, event, whole=told))


def _act(play: Play, event: CaseEvent, *, whole: bool) -> frozenset[str]:
    """What the event does; answers the fields that its acts have used."""
    used: set[str] = set()
    for name, act in acts.BY_FIELD.items():
        if name in event.data:
            act(play, event)
            used.add(name)
    if event.type in acts.BY_TYPE:
        if whole:
            acts.BY_TYPE[event.type](play, event)
        used |= acts.WHOLE[event.type]
    return frozenset(used)


def _observe(play: Play, event: CaseEvent) -> None:
    play.do(
        play.holder, record_observation, course_id=play.course, kind=event.type,
        happened_on=event.when.day, happened_at=event.when.at, precision=event.when.precision,
        roles=list(event.involved), sectors=list(event.sectors), needs=list(event.needs_open),
        words=event.words[:WORDS_MAX], facts=dict(event.data),
        source=(play.case.source or f"Sagsfil {play.case.file}")[:SOURCE_MAX], reference=event.id,
    )  # fmt: skip
    play.report.add(
        event.line, event.id, "", How.OBSERVED, f"{KINDS[event.type]} ({_many(len(event.data))})"
    )
    if len(event.words) > WORDS_MAX:
        play.report.add(event.line, event.id, "", How.LEFT_OUT, TOO_LONG)


def _many(fields: int) -> str:
    return "1 oplysning" if fields == 1 else f"{fields} oplysninger"


def _account(play: Play, event: CaseEvent, used: frozenset[str]) -> None:
    """Every field has a line: those that no act has told of say where they stand."""
    told = {row.field for row in play.report.taken if row.event == event.id}
    for name in event.data:
        if name in told:
            continue
        if name in NOT_YET:
            play.report.add(event.line, event.id, name, How.NOT_YET, NOT_YET[name])
        elif name in PLACED:
            play.report.add(event.line, event.id, name, How.OBSERVED, SHOWN)
        elif name not in DATA_FIELDS:
            play.report.add(event.line, event.id, name, How.NOT_YET, "feltet kender vi ikke")
        elif name in used:
            play.report.add(
                event.line,
                event.id,
                name,
                How.OBSERVED,
                "hører til handlingen og står i iagttagelsen",
            )
        else:
            play.report.add(event.line, event.id, name, How.OBSERVED, "står i iagttagelsen")


def _left_out(play: Play, event: CaseEvent, why: str) -> None:
    """Nobody reaches a course that is over, and a no is respected: told here, not written."""
    there = {row.field for row in play.report.taken if row.event == event.id and row.field}
    for name in ("", *event.data):
        if name not in there:
            play.report.add(event.line, event.id, name, How.LEFT_OUT, why)
