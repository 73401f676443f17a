"""Those who stand where few do: what each reads on the first pages of their side."""

from collections.abc import Callable, Iterator

from django.urls import resolve

from landfast.access.actor import Actor
from landfast.access.rules import Apart
from landfast.course.actions.phases import activate
from landfast.course.rules.ending import ClosingFacts, MovingFacts, PauseGround
from landfast.course.rules.words import Outcome
from landfast.journeys.close_course import begin_closing, close_course
from landfast.journeys.keep_apart import keep_apart
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.move_away import move_away
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from tests.factories.courses import Lived, assessed_course
from tests.factories.emergencies import known_course, opens
from tests.factories.keeping import over
from tests.factories.meetings import Met, prepared_meeting, running_meeting
from tests.factories.parts import proxy_of
from tests.factories.plan import in_days, proposed, wished
from tests.factories.referrals import citizen_of, decided
from tests.factories.town import Town, as_, the_town
from tests.web.citizen.undone import undone
from tests.web.citizen.walk import LINK, Get

Reading = Callable[[Actor], Get]
SIDES = (
    "/mit/",
    "/mit/moeder/",
    "/mit/folk/",
    "/mit/plan/",
    "/mit/valg/",
    "/besked/",
    "/laeser-for/",
)
READS = "/laeser-for/"
DONE = ClosingFacts("Bolig", "Gæld", "Bo ringer", "Ring til teamet", talk_declined=True)


def lived_with(town: Town) -> Met:
    """A wish, a promise that waits and a meeting ahead."""
    met = prepared_meeting(town, call=True)
    wished(met.lived)
    proposed(town, met.lived, town.bo)
    return met


def answered(outcome: Outcome) -> Callable[[Town], Actor]:
    """The answer to the referral has been given."""
    return lambda town: citizen_of(town, decided(town, outcome))


def stopped(town: Town) -> Lived:
    lived = lived_with(town).lived
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived


def begun_again(town: Town) -> Actor:
    lived = stopped(town)
    with as_(lived.citizen):
        reopen_course(actor=lived.citizen, course_id=lived.id)
    return lived.citizen


def rests(town: Town) -> Actor:
    lived = lived_with(town).lived
    with as_(town.karen):
        activate(actor=town.karen, course_id=lived.id)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED, review_on=in_days(30)
        )
    return lived.citizen


def closed(town: Town) -> Actor:
    lived = lived_with(town).lived
    with as_(town.karen):
        begin_closing(actor=town.karen, course_id=lived.id, reason="Det går bedre")
        close_course(actor=town.karen, course_id=lived.id, facts=DONE)
    return lived.citizen


def closing(town: Town) -> Actor:
    lived = lived_with(town).lived
    with as_(town.karen):
        begin_closing(actor=town.karen, course_id=lived.id, reason="Det går bedre")
    return lived.citizen


def moved(town: Town) -> Actor:
    lived = lived_with(town).lived
    with as_(town.karen):
        move_away(actor=town.karen, course_id=lived.id, facts=MovingFacts("Havneby"))
    return lived.citizen


def apart(town: Town) -> Actor:
    lived = lived_with(town).lived
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=lived.id, why=Apart.PROTECTED,
            leader=town.lars.person_id,
        )  # fmt: skip
    return lived.citizen


def alone(town: Town) -> Actor:
    """Her coordinator is gone without warning."""
    lived = lived_with(town).lived
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEFT)
    return lived.citizen


def opened_in_an_emergency(town: Town) -> Actor:
    lived = known_course(town)
    opens(town.peter)
    return lived.citizen


def kept(town: Town) -> Actor:
    """Long over: what still stands, and how long."""
    return over(lived_with(town).lived).citizen


def reads_for_her(town: Town) -> Actor:
    return proxy_of(lived_with(town).lived)


def reads_in_the_meeting(town: Town) -> Actor:
    return proxy_of(running_meeting(town).lived)


RARE: dict[str, Callable[[Town], Actor]] = {
    "waits for an answer": lambda town: assessed_course(town).citizen,
    **{f"answer: {outcome}": answered(outcome) for outcome in Outcome},
    "stopped": lambda town: stopped(town).citizen,
    "begun again": begun_again,
    "rests": rests,
    "is closing": closing,
    "closed": closed,
    "moved": moved,
    "kept apart": apart,
    "without coordinator": alone,
    "opened in an emergency": opened_in_an_emergency,
    "kept": kept,
    "reads for her": reads_for_her,
    "reads in the meeting": reads_in_the_meeting,
}


def rare_pages(reading: Reading) -> Iterator[tuple[str, str]]:
    """The name and content of each page that somebody in a rare place is given."""
    for name, make in RARE.items():
        with undone():
            get = reading(make(the_town()))
            for path in SIDES:
                kind, content = get(path)
                if kind == "text/html":
                    yield f"{name}: {path}", content.decode()
                    yield from inside(get, name, path, content.decode())


def inside(get: Get, name: str, path: str, html: str) -> Iterator[tuple[str, str]]:
    """What the pages of the one whom somebody reads for lead to."""
    for link in sorted({link for _, link in LINK.findall(html) if link.startswith(READS)} - {path}):
        kind, content = get(link)
        if path == READS and kind == "text/html":
            yield f"{name}: {resolve(link).url_name}", content.decode()
