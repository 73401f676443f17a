"""Who holds a course now and who answers: never a sleeping number alone (product B5)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from landfast.course import models
from landfast.course.rules.holding import Answers, Holder, Holders, Why, who_answers
from landfast.course.rules.words import HandoverState, HolderKind
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people

_PERSON = (
    "person_id", "person__name", "person__profession", "person__phone", "person__face__id",
)  # fmt: skip


FIELDS = (
    "unit_id",
    "held__kind",
    "held__cover_until",
    "held__starts_at",
    "held__reason",
    "held__override",
    "deputy__ends_on",
    *(f"{who}__{field}" for who in ("held", "deputy", "second") for field in _PERSON),
)
"""The columns that `holders_in` reads of a course with its holders joined."""


def with_holders(
    courses: "QuerySet[models.Course]", day: date | None = None
) -> "QuerySet[models.Course]":
    """Courses with who holds them joined: at most one each, save deputies, the newest first."""
    day = day or today()
    return courses.annotate(
        held=FilteredRelation(
            "coordinatorships", condition=Q(coordinatorships__ended_at__isnull=True)
        ),
        deputy=FilteredRelation(
            "deputyships",
            condition=Q(deputyships__starts_on__lte=day, deputyships__ends_on__gte=day),
        ),
        second=FilteredRelation("seconds", condition=Q(seconds__ended_at__isnull=True)),
    ).order_by("-deputy__created_at")


def holders(course_id: UUID, day: date | None = None) -> Holders:
    """Who holds the course now (koordinator, dækker for, makker). One query.

    With a day: who covers on that day, as it is known now.
    """
    found = with_holders(models.Course.objects.filter(scope_id=course_id), day)
    row = found.annotate(was_handed=_was_handed()).values(*FIELDS, "was_handed").first()
    if row is None:
        raise NotFound
    held = holders_in(row)
    if held.holder and row["was_handed"]:
        return replace(held, holder=replace(held.holder, because=""))
    return held


def _was_handed() -> Exists:
    """Why a course is handed on is the giver's own reason, and none for who takes it."""
    return Exists(
        models.Handover.objects.filter(
            course=OuterRef("scope_id"), taker=OuterRef("held__person_id"),
            state=HandoverState.ACCEPTED, reason=OuterRef("held__reason"),
        )
    )  # fmt: skip


def holders_in(row: Mapping[str, Any]) -> Holders:
    """The holders in a joined row."""
    held = _holder(row, "held", row["held__cover_until"], row["held__starts_at"])
    is_cover = row["held__kind"] == HolderKind.COVER
    if held and not is_cover:
        held = replace(held, because=row["held__reason"], in_spite_of=row["held__override"])
    return Holders(
        UnitId(row["unit_id"]), held, is_cover, _holder(row, "deputy", row["deputy__ends_on"]),
        _holder(row, "second"),
    )  # fmt: skip


def _holder(
    row: Mapping[str, Any], who: str, until: date | None = None, since: datetime | None = None
) -> Holder | None:
    person, name, profession, phone, face = (row[f"{who}__{field}"] for field in _PERSON)
    if not person:
        return None
    return Holder(PersonId(person), name, profession, phone, until, since, face is not None)


class Deputy(NamedTuple):
    """Who covers today, and to when."""

    name: str = ""
    until: date | None = None
    person_id: PersonId | None = None


NO_DEPUTY = Deputy()


def deputies_now(course_ids: list[UUID]) -> dict[UUID, Deputy]:
    """Who covers today, and to when, by course; the one named last counts."""
    rows = models.Deputyship.objects.filter(
        Q(starts_on__lte=today(), ends_on__gte=today()), course_id__any_of=course_ids
    )
    return {
        row.course_id: Deputy(row.person.name, row.ends_on, PersonId(row.person_id))
        for row in rows.select_related("person").order_by("created_at", "id")
    }


def answers_now(
    held: Holders, at: datetime | None = None, lines: list[Line] | None = None
) -> Answers | None:
    """Who picks up now: coordinator, deputy or second at work, else the first open line (B5).

    `lines`: the unit's chain, when it has been read already.
    """
    moment = at or now()
    at_work = people.at_work([one.person_id for _, one in held.turns], moment)
    turns = (
        Answers(why, one.name, one.phone) for why, one in held.turns if one.person_id in at_work
    )
    return who_answers(turns) or _line(held.unit_id, moment, lines)


def _line(unit_id: UnitId, moment: datetime, lines: list[Line] | None) -> Answers | None:
    chain = directory.answer_lines(unit_id) if lines is None else lines
    line = directory.answering(chain, moment)
    return Answers(Why.LINE, line.name, line.phone) if line else None
