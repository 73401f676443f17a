"""The citizens of a list are found and logged in one step; then the list is read.

Row-level security shows a page of a course what the page has logged (access/0020): each of these
comes before the query whose rows it opens. The database finds them; nobody's name leaves it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.kernel.reading import Question, answered


def _listing(actor: Actor, sql: str, *values: Any) -> Question[list[tuple[Any, ...]]]:
    del actor  # the database knows who acts
    note_asked()
    return Question(sql, values, list)


def _list(actor: Actor, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return answered(_listing(actor, sql, *values))


def list_held(
    actor: Actor, person: UUID, page: str, *, only_in: Sequence[UUID] | None = None
) -> None:
    """The courses that somebody holds now, as far as the actor reaches."""
    scopes = None if only_in is None else list(only_in)
    _list(actor, "select course_list_held(%s, %s::uuid[], %s)", person, scopes, page)


def list_mine(actor: Actor, since: date, page: str) -> None:
    """Courses in whose team I am, those I am asked to take, those I have an answer about."""
    _list(actor, "select course_list_mine(%s, %s)", since, page)


@dataclass(frozen=True)
class Led:
    """Which parts of a leader's list may have a row. What is empty need not be read."""

    unheld: bool
    changes: bool
    answers: bool


def listing_led(
    actor: Actor, units: Sequence[UUID], since: date, most: int, page: str
) -> Question[Led]:
    """Courses in these units that wait for their leader, and those I have an answer about."""
    sql = "select * from course_list_led(%s::uuid[], %s, %s, %s)"
    found = _listing(actor, sql, list(units), since, most, page)
    return found.then(lambda rows: Led(*rows[0]))


def list_inbox(actor: Actor, units: Sequence[UUID], declined: datetime, page: str) -> None:
    """Referrals to these units and courses in their intake."""
    _list(actor, "select course_list_inbox(%s::uuid[], %s, %s)", list(units), declined, page)


def list_alike(
    actor: Actor, course: UUID, page: str, *, words: str, known: Sequence[str], most: int
) -> None:
    """Courses whose citizen has the name or the telephone of this one's, or is searched for."""
    asked = [course, words, list(known), most, page]
    _list(actor, "select course_list_alike(%s, %s, %s::text[], %s, %s)", *asked)


def list_to_ask(actor: Actor, page: str) -> None:
    """Referrals that wait until I have asked the citizen."""
    _list(actor, "select course_list_to_ask(%s)", page)
