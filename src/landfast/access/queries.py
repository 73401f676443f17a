"""Reads of the mechanism."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from landfast.access import models
from landfast.access.action import note_asked, said_yes
from landfast.access.actor import Actor
from landfast.access.roles import OUTSIDE, POSTS, CourseRole, may_in_course
from landfast.access.rules import EVERYBODY, Permission, Topic
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.reading import ID, INSTANT, Once, Question, answered
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.kernel.text import da

READS = frozenset(
    {
        Permission.COURSE_READ, Permission.COURSE_SEE_FRAME, Permission.SHARED_READ,
        Permission.READ_FOR,
    }
)  # fmt: skip


def _one(sql: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None


def course_roles(actor: Actor, course: UUID) -> frozenset[CourseRole]:
    """What the actor is to this course now; empty without a ground."""
    del actor  # the database knows who acts; the parameter keeps callers honest
    return frozenset(CourseRole(name) for name in _one("select access_my_roles(%s)", course))


def may(actor: Actor, permission: Permission, course: UUID) -> bool:
    """May the actor do this in the course? For buttons; the gate is `require`."""
    return may_in_course(course_roles(actor, course), permission)


def require(
    actor: Actor,
    permission: Permission,
    *,
    course: UUID,
    also: Callable[[frozenset[CourseRole]], None] | None = None,
) -> frozenset[CourseRole]:
    """The gate of every action in a course. Without any ground the course does not exist.

    `also` is what who may hangs on besides, of the one row that is acted on: it refuses or is
    content. The page that offers the act asks it too (asking.py).
    """
    note_asked()
    must_write = actor.is_citizen and permission not in READS
    roles, writes = _held(course, must_write=must_write)
    if not roles:
        raise NotFound
    if not may_in_course(roles, permission):
        raise NotAllowed(
            "not_your_role",
            da("Det kan du ikke gøre i dette forløb. Spørg koordinatoren, hvis det bør ske."),
        )
    if must_write and not writes:
        raise NotNow(
            "reads_only", da("Du kan læse det, men ikke ændre det mere. Ring, hvis noget er galt.")
        )
    if also:
        also(roles)
    said_yes()
    return roles


_HELD = """
select access_my_roles(%(course)s),
  case when %(asks)s then %(course)s = any (access_my_scopes('whole', 'write')) else false end
"""


def _held(course: UUID, *, must_write: bool) -> tuple[frozenset[CourseRole], bool]:
    """What the actor is to a course; and has the citizen more than reading left? One query.

    When her course is blocked she has not.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HELD, {"course": course, "asks": must_write})
        names, writes = cursor.fetchone()
    return frozenset(map(CourseRole, names)), writes


def posts(actor: Actor) -> dict[UnitId, frozenset[str]]:
    """Units in which the actor holds a post now, units below included, with the roles held."""
    del actor
    held: dict[UnitId, set[str]] = {}
    for pair in _one("select access_my_posts()"):
        unit, _, role = pair.partition(":")
        if role != EVERYBODY:
            held.setdefault(UnitId(UUID(unit)), set()).add(role)
    return {unit: frozenset(names) for unit, names in held.items()}


def units_where(actor: Actor, permission: Permission) -> list[UnitId]:
    """The units in which a post of the actor gives this permission."""
    return [
        unit
        for unit, names in posts(actor).items()
        if any(permission in POSTS.get(name, frozenset()) for name in names)
    ]


def require_post(actor: Actor, permission: Permission, *, unit: UnitId) -> None:
    """The gate of actions that belong to a unit rather than to one course."""
    note_asked()
    if unit not in units_where(actor, permission):
        raise NotAllowed(
            "not_your_post", da("Det hører til en anden enhed eller en anden rolle end din.")
        )
    said_yes()


def require_anywhere(actor: Actor, permission: Permission) -> None:
    """The gate of actions that belong to no unit: some post of the actor gives it."""
    note_asked()
    if not units_where(actor, permission):
        raise NotAllowed("not_your_post", da("Det hører til en anden rolle end din."))
    said_yes()


def require_staff(actor: Actor) -> None:
    """The gate of actions that every employee may do."""
    note_asked()
    if not actor.is_staff:
        raise NotAllowed(
            "staff_only", da("Det kan kun medarbejdere gøre. Ring, hvis vi skal gøre det for dig.")
        )
    said_yes()


def require_self(actor: Actor, person: UUID) -> None:
    """The gate of what only one person can do: answer for themselves."""
    note_asked()
    if actor.person_id != person:
        raise NotAllowed("not_you", da("Det kan kun den person selv svare på."))
    said_yes()


def scopes_as(actor: Actor, *roles: CourseRole) -> list[UUID]:
    """The scopes where the actor is personally one of these now. Lists start from here."""
    del actor
    found: list[UUID] = _one("select access_scopes_as(%s)", [role.value for role in roles])
    return found


def scopes_where(actor: Actor, permission: Permission) -> list[UUID]:
    """The scopes where the actor personally may do this now: a list offers what the act allows."""
    may = [role for role in CourseRole if may_in_course(frozenset({role}), permission)]
    return scopes_as(actor, *may)


@dataclass(frozen=True)
class Reader:
    """Who can read a course: a person, or everybody with a post in a unit."""

    name: str
    role: CourseRole
    topic: Topic
    until: datetime | None
    person: PersonId | None = None

    @property
    def who(self) -> PersonId | str:
        """What tells one reader from another: two people can have one name."""
        return self.person or self.name


_READERS = Once(
    lambda course, moment: models.Grant.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=moment), scope_id=course, starts_at__lte=moment
    )
    .order_by("starts_at", "id")
    .values_list(
        "person__name", "unit__name", "organisation__name", "role", "topic", "ends_at", "about",
        "person_id",
    ),
    ID, INSTANT,
)  # fmt: skip


def readers(course: UUID, topic: Topic = Topic.WHOLE, *, about: UUID | None = None) -> list[Reader]:
    """Who can read this now, named at the point of writing (lessons 11).

    `about` is the meeting or the question that is written about: who is let in to it only.
    """
    return answered(asking_readers(course, topic, about=about))


def asking_readers(
    course: UUID, topic: Topic = Topic.WHOLE, *, about: UUID | None = None
) -> Question[list[Reader]]:
    """The question of `readers`, to be sent with others (`together`)."""
    return _READERS.asked(course, now()).then(
        lambda rows: [
            reader
            for reader in (_reader(row) for row in rows if row.about in {None, about})
            if _is_read_by(reader, topic)
        ]
    )


def _reader(row: Any) -> Reader:
    return Reader(
        _first(row.person__name, row.unit__name, row.organisation__name)
        or NAMELESS.get(CourseRole(row.role), ""),
        CourseRole(row.role), Topic(row.topic), row.ends_at, row.person_id,
    )  # fmt: skip


def readers_about(rows: Iterable[Reader], topics: Collection[Topic]) -> list[Reader]:
    """Of a course's readers those of one row that is about these topics.

    Who was let in to single topics reads it when each of its topics is among them (protect.py).
    """
    rows, shared = list(rows), defaultdict[PersonId | str, set[Topic]](set)
    for row in rows:
        if row.role is CourseRole.RECIPIENT:
            shared[row.who].add(row.topic)
    return [
        row for row in rows
        if row.role is not CourseRole.RECIPIENT or (topics and set(topics) <= shared[row.who])
    ]  # fmt: skip


NAMELESS = {CourseRole.PROXY: da("En nærtstående eller en værge")}
"""A private person has no name among the employees; the citizen's own page has it."""


def _first(*names: str | None) -> str:
    return next((name for name in names if name is not None), "")


def _is_read_by(row: Reader, topic: Topic) -> bool:
    """Those let in to some topics are named too, but not as those who see the frame."""
    if row.role is CourseRole.EMERGENCY:  # told of by its unit, not by name (product F3)
        return False
    if row.role in OUTSIDE:
        return row.topic is not Topic.FRAME
    return row.topic is Topic.WHOLE or topic is Topic.FRAME


@dataclass(frozen=True)
class SharedRow:
    """A course of which the actor may read some topics: which, what for, how long."""

    course: UUID
    topics: tuple[Topic, ...]
    purpose: str
    until: datetime


def shared_with(actor: Actor) -> list[SharedRow]:
    """What citizens have shared with the actor, or with the unit they work in. One query."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select * from access_shared_with_me()")
        return [
            SharedRow(scope, tuple(map(Topic, topics)), purpose, until)
            for scope, topics, purpose, until in cursor.fetchall()
        ]


def persons_who_may(permission: Permission, course: UUID) -> dict[PersonId, frozenset[CourseRole]]:
    """Who personally may do this in the course now, with what they are to it, longest in first."""
    rows = models.Grant.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now()),
        scope_id=course, starts_at__lte=now(), person__isnull=False,
    )  # fmt: skip
    held: dict[PersonId, frozenset[CourseRole]] = {}
    for row in rows.order_by("starts_at", "id"):
        role = CourseRole(row.role)
        if row.person_id and may_in_course(frozenset({role}), permission):
            person = PersonId(row.person_id)
            held[person] = held.get(person, frozenset()) | {role}
    return held


@dataclass(frozen=True)
class EventRow:
    """One act in a course's history."""

    id: UUID
    at: datetime
    kind: str
    actor: str
    object_id: UUID | None
    facts: dict[str, Any]


def events(
    course: UUID, kinds: Iterable[str] = (), limit: int = 100, about: UUID | None = None
) -> list[EventRow]:
    """The history of a course, or of one thing in it, newest first."""
    rows = models.Event.objects.filter(scope_id=course).select_related("actor")
    if about:
        rows = rows.filter(object_id=about)
    if wanted := list(kinds):
        rows = rows.filter(kind__in=wanted)
    return [
        EventRow(
            row.id, row.at, row.kind, row.actor.name if row.actor else "", row.object_id, row.facts
        )
        for row in rows.order_by("-at", "-id")[:limit]
    ]


def intake_is_over(course: UUID) -> bool:
    """Was the actor of this course's intake until a colleague decided, within the last day?"""
    return bool(_one("select access_intake_is_over(%s)", course))


def drafts(actor: Actor, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the actor was typing in these forms, by key."""
    rows = models.Draft.objects.filter(person_id=actor.person_id, key__in=keys)
    return {row.key: dict(row.fields) for row in rows.order_by("key")}


def draft(actor: Actor, key: str) -> dict[str, Any]:
    """What the actor was typing in this form, if anything."""
    return drafts(actor, [key]).get(key, {})
