"""When a story becomes a course: the referral or the first meeting, with the citizen there."""

from random import Random
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.actions import intake, opening, referral
from landfast.course.rules.referral import Whom
from landfast.course.rules.states import NEEDS_COORDINATOR
from landfast.course.rules.words import Says, State, Urgency
from landfast.journeys.replay_case import deciding
from landfast.journeys.replay_case.cast import is_professional
from landfast.journeys.replay_case.naming import Invented, invented_citizen
from landfast.journeys.replay_case.report import How
from landfast.journeys.replay_case.stage import Play
from landfast.journeys.start_course import start_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.programmes import queries as programmes
from landfast.redthread.casefile import Case, CaseEvent

USUAL_AGE = 40
CODES = {"f-act": "fact", "opus": "opus", "åben dialog": "aaben_dialog"}


class AlreadyLoaded(NotNow):
    """The case stands in Landfast: it is not loaded over what people have done since."""

    def __init__(self, case: str, citizen: str) -> None:
        super().__init__(
            "case_loaded",
            f"Sagen {case} er allerede indlæst ({citizen}). Den er ikke ændret.",
        )


def opens_course(event: CaseEvent) -> bool:
    """A course can be opened when the citizen is there and somebody asks for one (domain A3)."""
    if event.type == "meeting":
        return "citizen" in event.roles("attendees") or "citizen" in event.involved
    return event.type == "state_change" or (
        event.type == "referral" and "citizen" in event.involved
    )


def starts_course(event: CaseEvent, case: Case) -> bool:
    """It starts with the running phase that the file names, else with the first meeting."""
    if any(runs_from(other) for other in case.events):
        return runs_from(event)
    return event.type == "meeting" and opens_course(event)


def runs_from(event: CaseEvent) -> bool:
    """Does a phase with a coordinator begin here, as the file tells it?"""
    return event.type == "state_change" and event.data.get("to") in NEEDS_COORDINATOR


def says_no(event: CaseEvent) -> bool:
    """The citizen's no before the start closes: nothing of it is written down (domain 0.2)."""
    ends = {State.STOPPED, State.CLOSED}
    return event.type == "state_change" and event.data.get("to") in ends


def decline(play: Play) -> None:
    """The course that was opened ends the same day, on the citizen's word."""
    if play.course_id is not None and play.citizen is not None:
        play.do(play.citizen, stop_course, course_id=play.course)
    play.ended = True


def citizen_of(case: Case) -> Invented:
    """Whom the alias stands for: an invented name and a test CPR number."""
    last = case.events[-1].when.day
    dice = Random(f"{case.id}:citizen")  # noqa: S311 - an invented person
    return invented_citizen(dice, case.citizen.age or USUAL_AGE, last, case.citizen.alias)


def open_course(play: Play, event: CaseEvent) -> None:
    """A referral with the citizen's yes, taken by a coordinator of the unit; a course for her."""
    who = citizen_of(play.case)
    referrer = _referrer(play, event)
    receipt = play.do(
        referrer, referral.refer, unit_id=play.unit_id, whom=Whom(who.name, who.phone, who.cpr),
        seen=event.words or event.type, needs=list(event.needs_open), says=Says.YES,
        urgency=Urgency.THIS_WEEK,
    )  # fmt: skip
    first = play.coordinators[0]
    taken = play.do(first, intake.take, referral_id=receipt.id)
    if taken.citizen_id:
        raise AlreadyLoaded(play.case.id, who.name)
    person = people.add_person(kind=PersonKind.CITIZEN)
    citizen_id = play.do(
        first, opening.note_citizen, unit_id=play.unit_id, person_id=person, name=who.name,
        called=play.case.citizen.alias, cpr=who.cpr, phone=who.phone, born_on=who.born_on,
    )  # fmt: skip
    programme_id = _programme(play)
    play.citizen = Actor(PersonId(person), PersonKind.CITIZEN, who.name)
    play.course_id = play.do(
        first, opening.open_course, unit_id=play.unit_id, citizen_id=citizen_id,
        person_id=person, programme_id=programme_id, reason="Historien fra før er skrevet ind",
    )  # fmt: skip
    play.do(first, intake.link, referral_id=receipt.id, course_id=play.course)
    play.programme_id, play.report.course_id, play.report.citizen = (
        programme_id,
        play.course,
        who.name,
    )
    play.report.add(
        event.line, event.id, "", How.ACT,
        f"Henvendelse fra {referrer.name}, taget af {first.name}; forløbet er åbnet.",
    )  # fmt: skip


def _referrer(play: Play, event: CaseEvent) -> Actor:
    """Who refers: a professional of the event, else the unit's own coordinator."""
    roles = [role for role in event.involved if is_professional(role)]
    if not roles:
        return play.coordinators[0]
    return play.cast.employee(roles[0], event.when.day)


def _programme(play: Play) -> UUID:
    wanted = play.case.programme.strip().casefold()
    if not wanted:
        return programmes.by_code().id
    for row in programmes.programmes():
        if wanted in {row.code.casefold(), row.name.casefold()}:
            return row.id
    try:
        return programmes.by_code(CODES.get(wanted, wanted)).id
    except NotFound:
        usual = programmes.by_code()
        there = f"Programmet »{play.case.programme}« findes ikke i Landfast."
        play.report.warnings.append(f"{there} Forløbet følger {usual.name}.")
        return usual.id


def start(play: Play, event: CaseEvent) -> None:
    """Offered by one, confirmed by another, and one coordinator with room takes it."""
    deciding.offer(play)
    choose_coordinator(play)
    play.report.coordinator = play.holder.name
    play.report.add(
        event.line, event.id, "", How.ACT,
        f"Forløbet er begyndt med {play.holder.name} som eneste koordinator.",
    )  # fmt: skip


def choose_coordinator(play: Play) -> None:
    """The first coordinator of the unit with room; the guard says who has."""
    for who in play.coordinators:
        try:
            play.do(
                play.lead, start_course, course_id=play.course, said_yes=True,
                person_id=who.person_id, reason="Har plads og er neutral i forløbet",
            )  # fmt: skip
        except (NotNow, Wrong):
            continue
        play.coordinator = who
        return
    full = play.coordinators[0]
    play.do(
        play.lead, start_course, course_id=play.course, said_yes=True, person_id=full.person_id,
        reason="Er neutral i forløbet", override="Historien fra før er skrevet ind",
    )  # fmt: skip
    play.coordinator = full
