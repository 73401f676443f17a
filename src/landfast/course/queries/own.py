"""The actor's own courses, as their citizen."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.course import models
from landfast.course.queries.leads import leads_of
from landfast.course.rules.holding import Answers, Holder, Holders, Why, who_answers
from landfast.course.rules.states import NEEDS_COORDINATOR, OVER
from landfast.course.rules.words import Ending, HolderKind, State
from landfast.kernel.clock import today
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.people import queries as people


@dataclass(frozen=True)
class OwnCourse:
    """A course of the one who asks."""

    id: CourseId
    called: str
    state: State
    since: datetime
    began_at: datetime
    review_on: date | None
    unit: str
    unit_phone: str
    held: Holders
    former: str = ""
    """Who was coordinator before the one of now, when that was somebody else."""
    was_mended: bool = False
    """Has a mistake been mended here? What it was is read by itself."""
    has_change_ahead: bool = False
    """Is somebody asked to take it over, or has said yes to a day? Who it is is read by itself."""

    begun_again_at: datetime | None = None
    """When it was last opened again after its end (GENÅBNET)."""
    name_answered: bool = False
    """Has she asked who looked, and not opened the answer that came in the last month?"""
    stands_in: Answers | None = None
    """Whom to ring while everybody who holds it is away: the unit, else a daily lead at work."""

    @property
    def runs(self) -> bool:
        """Does it have a coordinator?"""
        return self.state in NEEDS_COORDINATOR

    @property
    def is_over(self) -> bool:
        """Has it ended?"""
        return self.state in OVER


def own_courses(actor: Actor) -> list[OwnCourse]:
    """The citizen's own courses (mine forløb) with who holds them, the running one first.

    One query with one condition (decision 34); starts from the actor's own rows.
    """
    del actor  # the database knows who acts
    with connection.cursor() as cursor:
        cursor.execute("select * from course_own(%s)", [today()])
        found = [_own(*row) for row in cursor.fetchall()]
    newest = sorted(found, key=lambda one: one.began_at, reverse=True)
    in_turn = sorted(newest, key=lambda one: (not one.runs, one.is_over))
    return [replace(one, stands_in=_stands_in(one)) if one.held.is_alone else one
            for one in in_turn]  # fmt: skip


def _stands_in(course: OwnCourse) -> Answers | None:
    """Nobody is told to ring who is away: the unit's number, else the first lead at work (B5)."""
    if course.unit_phone:
        return Answers(Why.LINE, course.unit, course.unit_phone)
    leads = leads_of(course.id, course.held.unit_id)
    known, there = people.persons(list(leads)), people.on_duty(leads)
    return who_answers(
        Answers(Why.LINE, known[one].name, known[one].phone) for one in leads if one in there
    )


def how_it_ended(course_id: UUID) -> Ending | None:
    """How the actor's own course ended; None while it goes on."""
    found = models.Course.objects.filter(scope_id=course_id).values_list("ending", flat=True)
    ending = found.first()
    return Ending(ending) if ending else None


def _own(*row: Any) -> OwnCourse:
    course, (former_id, former), (kind, cover_until, since, deputy_until), who = (
        row[:13], row[13:15], row[15:19], row[19:],
    )  # fmt: skip
    key, called, state, state_since, began, review_on, unit, phone, unit_id, *more = course
    held, deputy, second = map(_holder, who, (cover_until, deputy_until, None), (since, None, None))
    is_another = former_id not in {None, held.person_id if held else None}
    return OwnCourse(
        CourseId(key), called, State(state), state_since, began, review_on, unit, phone,
        Holders(UnitId(unit_id), held, kind == HolderKind.COVER, deputy, second),
        former if is_another else "", *more,
    )  # fmt: skip


def _holder(who: list[str] | None, until: date | None, since: datetime | None) -> Holder | None:
    if who is None:
        return None
    key, name, profession, phone, face, away = who
    return Holder(
        PersonId(UUID(key)), name, profession, phone, until, since, face == "true",
        is_away=away == "true",
    )  # fmt: skip
