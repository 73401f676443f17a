"""The only writers of grants, looks, events and drafts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Greatest

from landfast.access import models
from landfast.access.action import action, note_asked, note_told
from landfast.access.actor import Actor
from landfast.access.roles import OF_ONE_THING, OUTSIDE, CourseRole
from landfast.access.rules import ALWAYS, Ground, Level, Situation, Topic, When
from landfast.kernel.clock import now
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

DraftFields = dict[str, str | list[str]]
DRAFT_MAX = 20_000
DRAFT_KEY_MAX = 200


def record(
    actor: Actor | None,
    kind: str,
    subject: Model | None = None,
    *,
    course: UUID | None = None,
    topic: Topic = Topic.WHOLE,
    **facts: Any,
) -> None:
    """Leave an event: the history of the course and the outbox of the jobs in one row.

    Facts are ids, codes, dates and counts; what people wrote stays in its own table.
    """
    models.Event.objects.bulk_create(  # no RETURNING: the writer need not be a reader
        [
            models.Event(
                at=now(),
                kind=kind,
                scope_id=course or getattr(subject, "course_id", None),
                topic=topic,
                actor_id=actor.person_id if actor else None,
                object_type=subject._meta.db_table if subject else "",
                object_id=subject.pk if subject else None,
                facts={key: _plain(value) for key, value in facts.items()},
            )
        ]
    )
    note_told()


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


@dataclass(frozen=True)
class To:
    """A recipient, as given: a person, a post in a unit, or everybody in an organisation."""

    role: CourseRole
    reason: str
    person: PersonId | None = None
    unit: UnitId | None = None
    post: str = ""
    organisation: UUID | None = None
    ground: Ground = Ground.TEAM
    topic: Topic = Topic.WHOLE
    level: Level = Level.WRITE
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    when: When = ALWAYS
    about: UUID | None = None
    """The one meeting or question, when the topic is ONE."""


def to_post(unit: UnitId, post: str, role: CourseRole, reason: str) -> To:
    """Everybody who holds a post in a unit, as far as the frame of the course."""
    return To(role, reason, unit=unit, post=post, ground=Ground.UNIT, topic=Topic.FRAME)


def open_scope(actor: Actor, first: list[To]) -> CourseId:
    """Make a scope with its first grants. Afterwards only who reaches the scope gives more."""
    note_asked()
    scope = models.Scope(created_at=now())
    models.Scope.objects.bulk_create([scope])
    grant(actor, scope.id, first)
    record(actor, "access.scope_opened", scope)
    return CourseId(scope.id)


def grant(actor: Actor, course: UUID, recipients: list[To]) -> list[UUID]:
    """Let recipients reach a scope. Called by rooms whose own rule has said yes."""
    rows = [
        models.Grant(
            scope_id=course, person_id=to.person, unit_id=to.unit, post=to.post,
            organisation_id=to.organisation, role=to.role, situation=to.when.situation,
            situation_days=to.when.days, situation_about=to.when.about,
            ground=to.ground, topic=to.topic, level=to.level, starts_at=to.starts_at or now(),
            ends_at=to.ends_at, given_by_id=actor.person_id, reason=to.reason, created_at=now(),
            about=to.about,
        )
        for to in recipients
    ]  # fmt: skip
    models.Grant.objects.bulk_create(rows)
    for row in rows:
        # with whom she shares is the team's to know, not for all who see the frame
        topic = Topic.WHOLE if row.role in OUTSIDE else Topic.FRAME
        record(
            actor, "access.granted", row, course=course, topic=topic, person=row.person_id,
            unit=row.unit_id, post=row.post, organisation=row.organisation_id, role=row.role,
            until=row.ends_at,
        )  # fmt: skip
    return [row.id for row in rows]


def end_grants(
    actor: Actor,
    *,
    course: UUID,
    person: PersonId | None = None,
    roles: frozenset[CourseRole] | None = None,
    at: datetime | None = None,
    only: list[str] | None = None,
    about: UUID | None = None,
) -> int:
    """End grants on a scope, from this second or a given one; how many ended."""
    moment = at or now()
    rows = models.Grant.objects.filter(scope_id=course).exclude(ends_at__lte=moment)
    if person:
        rows = rows.filter(person_id=person)
    if roles is not None:
        rows = rows.filter(role__in=[role.value for role in roles])
    if only is not None:
        rows = rows.filter(id__in=only)
    if about is not None:
        rows = rows.filter(about=about)
    ids = [str(pk) for pk in rows.values_list("id", flat=True)]
    # one that has not begun yet ends as it begins
    last = Greatest(F("starts_at"), Value(moment))
    ended = models.Grant.objects.filter(id__in=ids).update(ends_at=last)
    record(
        actor, "access.ended", course=course,
        topic=Topic.WHOLE if roles and roles <= OF_ONE_THING else Topic.FRAME,
        person=person, roles=sorted(roles) if roles else None, grants=ids,
    )  # fmt: skip
    return ended


def open_situation(
    actor: Actor, course: UUID, kind: Situation, *, since: datetime, about: UUID | None = None
) -> None:
    """It is so since then. Told again, the newer begins anew; an older one changes nothing."""
    if _open(course, kind, about).filter(starts_at__gte=since).exists():
        return
    close_situation(actor, course, kind, about=about)
    row = models.SituationNow(
        scope_id=course, kind=kind, about=about, starts_at=since, opened_by_id=actor.person_id,
        created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "access.situation_opened", row, course=course, situation=kind)


def close_situation(
    actor: Actor, course: UUID, kind: Situation, *, about: UUID | None = None
) -> bool:
    """It is no longer so: what hung on it closes the same second. Was it so?"""
    rows = list(_open(course, kind, about))
    for row in rows:
        row.ends_at, row.closed_by_id = max(now(), row.starts_at), actor.person_id
        row.save(update_fields=["ends_at", "closed_by"])
        record(actor, "access.situation_closed", row, course=course, situation=kind)
    return bool(rows)


def _open(course: UUID, kind: Situation, about: UUID | None) -> "QuerySet[models.SituationNow]":
    rows = models.SituationNow.objects.filter(scope_id=course, kind=kind, ends_at=None)
    return rows.filter(about=about) if about else rows


def start_fresh(actor: Actor, course: UUID, since: datetime) -> None:
    """What is older stays behind for those who come after; an earlier line is lifted."""
    lift_fresh_start(actor, course)
    row = models.FreshStart(
        scope_id=course, since=since, set_by_id=actor.person_id, created_at=now()
    )
    row.save(force_insert=True)
    record(actor, "access.fresh_start", row, course=course, since=since)


def lift_fresh_start(actor: Actor, course: UUID) -> bool:
    """Everybody in the team reads what is older again. Was there one?"""
    rows = models.FreshStart.objects.filter(scope_id=course, lifted_at=None)
    lifted = rows.update(lifted_at=now())
    record(actor, "access.fresh_start_lifted", course=course, lifted=lifted)
    return bool(lifted)


def fits_a_draft(key: str, fields: DraftFields) -> bool:
    """Is what somebody types short enough to be kept as a draft?"""
    length = sum(len(str(value)) for value in fields.values())
    return length <= DRAFT_MAX and len(key) <= DRAFT_KEY_MAX


@action(tells=False)
def save_draft(*, actor: Actor, key: str, fields: DraftFields) -> None:
    """Keep what somebody is typing. Leaves no event: a draft is nobody's business yet."""
    note_asked()
    if not fits_a_draft(key, fields):
        raise Wrong("draft_too_long", da("Teksten er for lang til at gemme som kladde."))
    models.Draft.objects.update_or_create(
        person_id=actor.person_id, key=key, defaults={"fields": fields, "saved_at": now()}
    )


@action(asks=False, tells=False)
def expire_drafts() -> int:
    """Forget drafts that nobody has touched for thirty days (`Keep.DRAFT`). The clock calls it.

    The database's own function takes only those past their day; a draft leaves no event.
    """
    with connection.cursor() as cursor:
        cursor.execute("select access_expire_drafts()")
        (gone,) = cursor.fetchone()
    return int(gone)


@action(tells=False)
def forget_draft(*, actor: Actor, key: str) -> None:
    """The form was sent: the draft goes."""
    note_asked()
    models.Draft.objects.filter(person_id=actor.person_id, key=key).delete()
