"""Opening a citizen's record: the look is logged, or there is no look.

Neither a query nor an action: a read that leaves a trace, and the only thing that a page
which reads may write.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, connection

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.access.rules import TOO_MANY_STATE, LookKind, Topic, too_many_records
from landfast.kernel.clock import now
from landfast.kernel.reading import Question, answered
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da

log = logging.getLogger("landfast.security")
_opened: ContextVar[set[tuple[UUID, Topic]]] = ContextVar("opened_records")
_parts: ContextVar["set[Part]"] = ContextVar("opened_parts")
CHANGED = da("Noget ændrede sig, mens siden blev hentet. Åbn den igen, så er den rigtig.")
_STILL = """
select case when %(whole)s then %(course)s = any (access_my_scopes('whole', 'read'))
    or exists (select from access_my_posts_reach r
                where r.scope_id = %(course)s and r.topic = 'whole')
  else access_my_roles(%(course)s) <> '{}' end, access_lists_hold()
"""


def open_record(
    actor: Actor, course: UUID, page: str, *, by_topic: bool = False, kind: LookKind = LookKind.READ
) -> Topic:
    """Open a citizen's record to look at it: the look is logged, or there is no look.

    Answers how far the actor reaches. Raises NotFound without a ground; who reads single topics
    only has one for the page of what is shared (`by_topic`), and for no other.
    """
    with counted_reads():
        return answered(opening_record(actor, course, page, by_topic=by_topic, kind=kind))


def opening_record(
    actor: Actor, course: UUID, page: str, *, by_topic: bool = False, kind: LookKind = LookKind.READ
) -> Question[Topic]:
    """The same, to be sent in front of what is read (`together`), inside `counted_reads`."""
    del actor  # the database knows who acts
    note_asked()

    def reaches(found: list[tuple[str | None]]) -> Topic:
        topic = found[0][0]
        if topic is None or not (by_topic or topic in {Topic.FRAME, Topic.WHOLE}):
            raise NotFound
        _opened.get(set()).add((course, Topic(topic)))
        return Topic(topic)

    return Question("select access_open(%s, %s, %s)", [course, page[:80], kind.value], reaches)


@dataclass(frozen=True)
class Part:
    """A part of a course that somebody is let in to: as what, and to which one thing."""

    course: UUID
    role: CourseRole
    about: UUID | None = None


def open_part(actor: Actor, part: Part, page: str) -> None:
    """Open a part of a record: the look says as what, or there is no look. Else NotFound."""
    del actor  # the database knows who acts
    note_asked()
    with counted_reads(), connection.cursor() as cursor:
        cursor.execute(
            "select access_open_part(%s, %s, %s, %s)",
            [part.course, part.role.value, part.about, page[:80]],
        )
        if not cursor.fetchone()[0]:
            raise NotFound
    _parts.get(set()).add(part)


@contextmanager
def counted_reads() -> Iterator[None]:
    """The log counts how many citizens somebody opens in a row; past that it takes no more."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != TOO_MANY_STATE:
            raise
        log.warning("too many records in a row", extra={"facts": {"event": "records.too_many"}})
        raise too_many_records() from error


def list_records(actor: Actor, courses: Iterable[UUID], page: str) -> None:
    """A list of many citizens: a row in the log for each of them, before anything is read."""
    answered(listing_records(actor, courses, page))


def listing_records(actor: Actor, courses: Iterable[UUID], page: str) -> Question[object]:
    """The same, to be sent in front of what is read (`together`): how many were logged."""
    del actor  # the database knows who acts
    note_asked()
    return Question(
        "select access_list(%s::uuid[], %s, '{}', '')",
        [sorted(set(courses)), page[:80]],
        lambda found: found[0][0],
    )


@contextmanager
def remembering() -> Iterator[None]:
    """Remember the records that are opened inside, for `check_still_open`."""
    token, parts = _opened.set(set()), _parts.set(set())
    try:
        yield
    finally:
        _opened.reset(token)
        _parts.reset(parts)


def check_still_open(*, own: bool = False) -> None:
    """Once more before a page leaves: what was taken back while it was made does not leave (F1).

    `own`: a citizen's page of her own course is not asked about; what she reads for another is.
    Of a page across courses nothing leaves when one of them has closed: opened anew it is right.
    """
    opened = set() if own else _opened.get(set())
    with connection.cursor() as cursor:
        if not (own or opened):
            cursor.execute("select true, access_lists_hold()")
            _check(*cursor.fetchone())
        for course, topic in opened:
            cursor.execute(_STILL, {"course": course, "whole": topic is Topic.WHOLE})
            _check(*cursor.fetchone())
        for part in _parts.get(set()):
            cursor.execute(
                "select access_holds_part(%s, %s, %s)", [part.course, part.role.value, part.about]
            )
            if not cursor.fetchone()[0]:
                raise NotFound


def _check(is_open: bool, lists_hold: bool) -> None:
    if not is_open:
        raise NotFound
    if not lists_hold:
        raise NotNow("list_changed", CHANGED)


def look_at_referral(
    actor: Actor,
    referral: UUID,
    page: str,
    role: CourseRole | None = None,
    kind: LookKind = LookKind.READ,
) -> None:
    """Before a referral is read, for which there is no course yet: the look is logged, or none."""
    del actor  # the database knows who acts
    note_asked()
    _look_at(referral, page, role.value if role else "", kind)


def _look_at(thing: UUID, page: str, role: str, kind: LookKind) -> None:
    allowed = kind is not LookKind.REFUSED
    with connection.cursor() as cursor:
        cursor.execute(
            "select access_look_at(%s, %s, %s, %s, %s)", [thing, role, page[:80], kind, allowed]
        )


def log_refused_referral(referral: UUID, page: str) -> None:
    """A refused attempt to read a referral, in a transaction of its own."""
    _look_at(referral, page, "", LookKind.REFUSED)


def log_refused(course: UUID | None, page: str) -> None:
    """A refused attempt, in a transaction of its own: the request's was rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("select access_refused(%s, %s, %s)", [course, page[:80], now()])
