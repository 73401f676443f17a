"""Copies that the actor has made, and what groups have marked in them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.access.actor import Actor
from landfast.kernel.refusals import NotFound
from landfast.learning import models
from landfast.learning.rules.workshop import Colour, Kind


@dataclass(frozen=True)
class StudyRow:
    """A copy without a name, and its workshops."""

    id: UUID
    title: str
    lines: list[dict[str, Any]]
    made_at: datetime
    workshops: list["WorkshopRow"]


@dataclass(frozen=True)
class WorkshopRow:
    """A workshop, open or closed."""

    id: UUID
    kind: Kind
    code: str
    begun_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class MarkRow:
    """One mark of one group."""

    group: str
    line: int
    colour: Colour
    words: str


@dataclass(frozen=True)
class GroupRow:
    """What a group says of the whole."""

    name: str
    themes: tuple[str, ...]
    challenge: str
    meets_it: str
    answers: dict[str, str]


@dataclass(frozen=True)
class Gathered:
    """All of a workshop: the copy, the groups, the marks."""

    study: StudyRow
    workshop: WorkshopRow
    groups: list[GroupRow]
    marks: list[MarkRow]

    def count(self, colour: Colour) -> Counter[int]:
        """How many marks of a colour each line has."""
        return Counter(mark.line for mark in self.marks if mark.colour is colour)


def studies(actor: Actor) -> list[StudyRow]:
    """The actor's own, the newest first; two queries."""
    rows = models.Study.objects.filter(made_by_id=actor.person_id).prefetch_related("workshops")
    return [_study(row) for row in rows.order_by("-created_at", "-id")]


def _study(row: models.Study) -> StudyRow:
    held = sorted(row.workshops.all(), key=lambda one: one.created_at, reverse=True)
    return StudyRow(row.id, row.title, row.lines, row.created_at, [_workshop(one) for one in held])


def _workshop(row: models.Workshop) -> WorkshopRow:
    return WorkshopRow(row.id, Kind(row.kind), row.code, row.created_at, row.closed_at)


def audits(actor: Actor) -> list[tuple[str, WorkshopRow]]:
    """The actor's audits with the title of what they looked at, the newest first."""
    rows = models.Workshop.objects.filter(led_by_id=actor.person_id, kind=Kind.AUDIT)
    return [
        (row.study.title, _workshop(row))
        for row in rows.select_related("study").order_by("-created_at", "-id")
    ]


def study(actor: Actor, study_id: UUID) -> StudyRow:
    """One of the actor's own."""
    row = models.Study.objects.filter(id=study_id, made_by_id=actor.person_id).first()
    if row is None:
        raise NotFound
    return _study(row)


def gathered(actor: Actor, workshop_id: UUID) -> Gathered:
    """A workshop that the actor leads, with all that the groups have said; four queries."""
    rows = models.Workshop.objects.filter(id=workshop_id, led_by_id=actor.person_id)
    row = rows.select_related("study").first()
    if row is None:
        raise NotFound
    groups = list(row.groups.order_by("created_at", "id"))
    marks = models.Mark.objects.filter(group__workshop_id=workshop_id).select_related("group")
    return Gathered(
        StudyRow(row.study_id, row.study.title, row.study.lines, row.study.created_at, []),
        _workshop(row),
        [
            GroupRow(
                one.name, tuple(filter(None, map(str.strip, one.themes.splitlines()))),
                one.challenge, one.meets_it, dict(one.answers),
            )
            for one in groups
        ],
        [
            MarkRow(one.group.name, one.line, Colour(one.colour), one.words)
            for one in marks.order_by("line", "created_at", "id")
        ],
    )  # fmt: skip
