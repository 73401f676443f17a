"""Raise a theme or a case, and take it back. She is told of a case before, in the same act."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_staff
from landfast.access.rules import Permission
from landfast.circles import models
from landfast.circles.queries import standing as queries
from landfast.circles.rules import cases as rules
from landfast.circles.rules import searching
from landfast.circles.rules.cases import CaseState, Ground, Told
from landfast.circles.rules.kinds import check_takes_cases
from landfast.kernel.clock import now, today
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.refusals import NotAllowed, NotFound, Wrong
from landfast.kernel.text import da

WHY_HERE = da("Skriv, hvorfor det skal tages op her.")


@dataclass(frozen=True)
class Telling:
    """A case as its raiser writes it: what, the question, why here, on which ground."""

    text: str
    question: str
    why: str
    ground: Ground = Ground.ANONYMOUS
    ground_words: str = ""
    told: Told | None = None
    told_on: date | None = None
    presenter: PersonId | None = None

    def searched(self) -> dict[str, str]:
        """What the circle reads, by field."""
        return {
            "text": self.text, "question": self.question, "why": self.why,
            "ground_words": self.ground_words,
        }  # fmt: skip


@action
def raise_theme(
    *, actor: Actor, circle_id: UUID, raised_from: UnitId, text: str, why: str,
    looked_at: Collection[str] = (),
) -> UUID:  # fmt: skip
    """A unit raises something that is about no single citizen."""
    _from_a_unit(actor, circle_id, raised_from)
    said = {"text": text, "why": why}
    rules.check_line(text, "text", da("Skriv, hvad I skal tale om."))
    rules.check_line(why, "why", WHY_HERE)
    searching.check_between_units(said, queries.known_words(circle_id), looked_at)
    row = models.Theme(
        circle_id=circle_id, raised_by_id=actor.person_id, raised_from_id=raised_from,
        words=text.strip(), why=why.strip(), created_at=now(),
    )  # fmt: skip
    models.Theme.objects.bulk_create([row])
    record(actor, "circle.theme_raised", row)
    return row.id


@action
def raise_case(
    *, actor: Actor, circle_id: UUID, raised_from: UnitId, telling: Telling,
    names: Collection[str], looked_at: Collection[str] = (), course_id: CourseId | None = None,
    has_page: bool = False,
) -> UUID:  # fmt: skip
    """A case goes on the list, without a name, once she has been told (domain 0.10).

    `names`: known to the course. `has_page`: she can read here that it will be talked about.
    """
    _from_a_unit(actor, circle_id, raised_from)
    if course_id:
        require(actor, Permission.ASK_OTHERS, course=course_id)
    check_takes_cases(queries.circle(circle_id).kind)
    told, told_on = _check(telling, has_page=has_page)
    searching.check_case(telling.searched(), names, looked_at)
    row = models.Case(
        circle_id=circle_id, raised_by_id=actor.person_id, raised_from_id=raised_from,
        presenter_id=_presenter(actor, circle_id, telling.presenter), text=telling.text.strip(),
        question=telling.question.strip(), why=telling.why.strip(), looked_at=sorted(looked_at),
        ground=telling.ground, ground_words=telling.ground_words.strip(), told=told,
        told_on=told_on, created_at=now(),
    )  # fmt: skip
    models.Case.objects.bulk_create([row])
    record(actor, "circle.case_raised", row)
    if course_id:
        origin = models.Origin(case_id=row.id, course_id=course_id, raised_at=row.created_at)
        models.Origin.objects.bulk_create([origin])
        record(actor, "circle.case_told", origin, course=course_id, told=told)
    return row.id


@action
def take_back_theme(*, actor: Actor, theme_id: UUID) -> None:
    """Who raised it takes it off the list."""
    require_staff(actor)
    row = models.Theme.objects.select_for_update().filter(id=theme_id).first()
    if row is None:
        raise NotFound
    _take_back(actor, row)
    record(actor, "circle.theme_taken_back", row)


@action
def take_back_case(*, actor: Actor, case_id: UUID, course_id: CourseId | None = None) -> None:
    """Who raised it takes it off the list; she sees that it is not talked about."""
    require_staff(actor)
    row = models.Case.objects.select_for_update().filter(id=case_id).first()
    if row is None:
        raise NotFound
    _take_back(actor, row)
    record(actor, "circle.case_taken_back", row, course=course_id)


def _take_back(actor: Actor, row: models.Theme | models.Case) -> None:
    rules.check_is_yours(is_raiser=row.raised_by_id == actor.person_id, holds=False)
    rules.check_waits(CaseState(row.state))
    row.state = CaseState.WITHDRAWN
    row.save(update_fields=["state"])


def _from_a_unit(actor: Actor, circle_id: UUID, raised_from: UnitId) -> None:
    """The units that sit there raise what is talked about (S000 §2.3)."""
    require_staff(actor)
    queries.circle(circle_id)
    own = set(queries.own_units(actor))
    if raised_from not in own:
        raise NotFound
    if raised_from not in {row.unit_id for row in queries.seats(circle_id)}:
        raise NotAllowed("unit_not_in_circle", da("Din enhed er ikke med i det møde."))


def _check(telling: Telling, *, has_page: bool) -> tuple[Told, date]:
    rules.check_line(telling.text, "text", da("Fortæl om sagen, uden navn."), rules.TEXT_MAX)
    rules.check_line(telling.question, "question", da("Skriv, hvad du vil have hjælp til."))
    rules.check_line(telling.why, "why", WHY_HERE)
    rules.check_ground(telling.ground, telling.ground_words)
    return rules.check_told_before(telling.told, telling.told_on, today(), has_page=has_page)


def _presenter(actor: Actor, circle_id: UUID, wanted: PersonId | None) -> PersonId:
    """Who raised it lays it before the others, or one of those who sit there."""
    if wanted is None or wanted == actor.person_id:
        return actor.person_id
    if wanted not in {row.person_id for row in queries.seats(circle_id)}:
        raise Wrong("presenter_sits", da("Vælg en, der er med i mødet."), "presenter")
    return wanted
