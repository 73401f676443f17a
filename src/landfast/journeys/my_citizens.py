"""Mine borgere: the courses I am in, what I have been asked, and whom I can cover for."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import scopes_as
from landfast.access.roles import CourseRole
from landfast.course.queries.courses import MyCourse, Offer, answers_to, my_courses, offers_to
from landfast.course.queries.ended import EndedMine, ended_mine, held_to_the_end
from landfast.course.queries.gone_on import GoneTo, gone_on
from landfast.course.queries.listed import list_mine
from landfast.course.rules.holding import is_covered
from landfast.kernel.clock import today
from landfast.people import queries as people

ANSWERS_FOR = timedelta(days=14)


@dataclass(frozen=True)
class MyCitizens:
    """The page of a professional over all citizens."""

    courses: list[MyCourse]
    offers: list[Offer]
    answers: list[Offer]
    to_cover: list[tuple[UUID, str]]
    has_ended: int
    """How many I held to the end of them, within the last half year."""
    ended: list[EndedMine]
    """The same by name, when they are looked at."""
    gone_to: list[GoneTo]
    """Who has the courses that went on while I was gone."""


def my_citizens(actor: Actor, *, with_ended: bool = False) -> MyCitizens:
    """My courses by name, offers to me, answers to mine, and holders whose second I am.

    Those that have ended are counted, and read and logged when they are looked at (`with_ended`).
    """
    since = today() - ANSWERS_FOR
    list_mine(actor, since, "Mine borgere (liste)")
    courses = my_courses(actor)
    second = set(scopes_as(actor, CourseRole.SECOND))
    beside = [row for row in courses if row.id in second]
    away = people.away([row.deputy_id for row in beside if row.deputy_id])
    holders = {
        row.holder_id: row.holder
        for row in beside
        if row.holder_id and not is_covered(row.deputy_id, away)
    }
    ended = ended_mine(actor, "Sluttede forløb (liste)") if with_ended else []
    return MyCitizens(
        courses, offers_to(actor), answers_to(actor, since),
        sorted(holders.items(), key=lambda pair: pair[1]),
        len(ended if with_ended else held_to_the_end()), ended,
        gone_on(actor),
    )  # fmt: skip
