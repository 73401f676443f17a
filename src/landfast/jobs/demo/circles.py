"""A case forum, a board and units that agree, as they stand on a working day (C1, G3)."""

from datetime import datetime, time, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.circles.actions import agreeing, raising, standing
from landfast.circles.actions.agreeing import Proposed
from landfast.circles.actions.raising import Telling
from landfast.circles.actions.standing import Shape
from landfast.circles.rules.agreeing import AgreementState
from landfast.circles.rules.cases import Told
from landfast.circles.rules.kinds import Kind
from landfast.circles.rules.standing import proposed_days
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.town import Town
from landfast.jobs.stage import on_stage
from landfast.journeys.raise_case import raise_case, say_for_her
from landfast.kernel.clock import DENMARK, now, today

WITH = (("agnes", "team"), ("susanne", "social"), ("bente", "support"), ("pia", "outpatient"))
MADE = timedelta(days=60)


def circles(town: Town, lives: list[Life]) -> None:
    """Lone holds them for the coordinators' team; a coordinator raises a case without a name."""
    forum = _circle(
        town, Kind.FORUM, Shape("Samarbejdsforum", "De sværeste sager på tværs", 2, 2, time(9), 60,
                                "Biblioteket"),
    )  # fmt: skip
    board = _circle(
        town, Kind.BOARD, Shape("Tavlen", "Hvad haster på tværs?", 1, 1, time(8, 30), 15, "Stuen")
    )
    for heard in lives[:1]:
        _case(town, forum, heard)
    _agreements(town, board)


def _circle(town: Town, kind: Kind, shape: Shape) -> UUID:
    lone = town.staff["lone"]
    with on_stage(lone, now() - MADE):
        made = standing.begin(actor=lone, unit_id=town.team, kind=kind, shape=shape)
        for key, unit in WITH:
            standing.seat(
                actor=lone, circle_id=made, person_id=town.staff[key].person_id,
                unit_id=town.units[unit],
            )  # fmt: skip
    with on_stage(lone, now()):
        day = proposed_days(shape.weekday, shape.every_weeks, None, today() + timedelta(days=1))[0]
        at = datetime.combine(day, shape.at_clock, DENMARK)
        standing.plan(actor=lone, circle_id=made, starts_at=at, place=shape.place)
    return made


def _case(town: Town, forum: UUID, heard: Life) -> None:
    raiser = heard.coordinator
    with on_stage(raiser, now() - timedelta(days=2)):
        case = raise_case(
            actor=raiser, circle_id=forum, raised_from=town.team, course_id=heard.course,
            telling=Telling(
                "En borger siger ja til hjælp om mandagen og lukker ikke op om torsdagen. Tre "
                "steder har prøvet hver for sig.",
                "Hvordan kommer vi ind ad døren på samme måde?", "Vi er tre, der ringer på",
                told=Told.TALKED, told_on=today() - timedelta(days=2),
            ),
        )  # fmt: skip
    with on_stage(raiser, now() - timedelta(days=1)):
        say_for_her(actor=raiser, case_id=case, text="Jeg vil gerne vide, hvem der kommer.")


def _agreements(town: Town, board: UUID) -> None:
    bente, agnes = town.staff["bente"], town.staff["agnes"]
    with on_stage(bente, now() - timedelta(days=3)):
        raising.raise_theme(
            actor=bente, circle_id=board, raised_from=town.units["support"],
            text="Udskrivning fredag eftermiddag", why="Vi hører det først om mandagen",
        )  # fmt: skip
    asked = _promise(agnes, board, Proposed(
        "Ringer til bostøtten, før nogen udskrives", town.units["outpatient"],
        today() + timedelta(days=10), follow_up="På næste tavlemøde",
    ))  # fmt: skip
    _promise(agnes, board, Proposed(
        "Skriver en liste over, hvem der har vagt", town.team, today() + timedelta(days=5),
    ))  # fmt: skip
    with on_stage(town.staff["pia"], now() - timedelta(days=2)):
        agreeing.answer(actor=town.staff["pia"], agreement_id=asked, says=AgreementState.AGREED)


def _promise(who: Actor, board: UUID, proposed: Proposed) -> UUID:
    with on_stage(who, now() - timedelta(days=3)):
        return agreeing.propose(actor=who, circle_id=board, proposed=proposed)
