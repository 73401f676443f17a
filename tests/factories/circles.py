"""Circles for tests, made by the real actions."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.circles.actions import standing
from landfast.circles.actions.raising import Telling
from landfast.circles.actions.standing import Shape
from landfast.circles.rules.cases import Told
from landfast.circles.rules.kinds import Kind
from landfast.journeys import raise_case as journey
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.ids import CourseId
from tests.factories.courses import Lived
from tests.factories.replaying import replayed
from tests.factories.town import Town, as_

CASE = "En kvinde i 50’erne mister sin bolig, hver gang hun er indlagt."
ASKED = "Hvem kan holde fast i boligen imens?"
WHY = "Tre steder har prøvet hver for sig."


@dataclass
class Round:
    """A circle of the team that coordinates, social services and the ward."""

    id: UUID
    town: Town

    def plans(self, starts_at: datetime | None = None) -> UUID:
        """Lars, who leads it, plans the next meeting: in three days."""
        with as_(self.town.lars):
            return standing.plan(
                actor=self.town.lars, circle_id=self.id,
                starts_at=starts_at or now() + timedelta(days=3),
            )  # fmt: skip


@replayed
def circle(town: Town, kind: Kind = Kind.FORUM) -> Round:
    """Lars leads it; Karen, Solveig and Anna sit there for their units."""
    lars = town.lars
    with as_(lars):
        made = standing.begin(
            actor=lars, unit_id=town.coordination, kind=kind,
            shape=Shape("Samarbejdsforum", "De sværeste sager", 2, 1, time(9), 60, "Rådhuset"),
        )  # fmt: skip
        for who, unit in (
            (town.karen, town.coordination), (town.solveig, town.social), (town.anna, town.ward)
        ):  # fmt: skip
            standing.seat(actor=lars, circle_id=made, person_id=who.person_id, unit_id=unit)
    return Round(made, town)


def raised(round_: Round, lived: Lived | None = None, by: Actor | None = None, **more) -> UUID:
    """Karen raises a case; Jytte has heard it from her today."""
    who = by or round_.town.karen
    said = {"text": CASE, "question": ASKED, "why": WHY, "told": Told.TALKED, "told_on": today()}
    with as_(who):
        return journey.raise_case(
            actor=who, circle_id=round_.id, raised_from=round_.town.coordination,
            telling=Telling(**(said | more)), course_id=CourseId(lived.id) if lived else None,
        )  # fmt: skip


def talked_about(round_: Round, lived: Lived | None = None) -> tuple[UUID, UUID]:
    """A case that was talked about at a meeting; the meeting is still on."""
    case, sitting = raised(round_, lived), round_.plans()
    with clock.at(now() + timedelta(days=3, hours=1)), as_(round_.town.anna):
        journey.sum_up(
            actor=round_.town.anna, sitting_id=sitting, case_id=case,
            said={"heard": "Boligen ryger.", "advice": "Spørg boligselskabet om en pause i lejen."},
        )  # fmt: skip
    return case, sitting
