"""The stage of a replay: who has which part, what time it is, and how an act is tried."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from landfast.access.actor import Actor
from landfast.course.rules.words import Outcome
from landfast.journeys.replay_case.cast import Cast
from landfast.journeys.replay_case.report import How, Report
from landfast.kernel.clock import DENMARK
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.refusals import Refusal
from landfast.redthread.casefile import Case, CaseEvent

Result = TypeVar("Result")
Acting = Callable[[Actor, datetime], AbstractContextManager[None]]
"""How the door lets somebody act at a time. Journeys may not say who is acting (contract 6)."""

NOON = time(12)


def _there(part: Result | None) -> Result:
    if part is None:
        raise RuntimeError("the story has not come so far")
    return part


@dataclass
class Play:
    """A case as it is being replayed."""

    case: Case
    acting: Acting
    unit_id: UnitId
    cast: Cast
    report: Report
    lead: Actor
    coordinators: list[Actor]
    moment: datetime
    citizen: Actor | None = None
    course_id: CourseId | None = None
    coordinator: Actor | None = None
    ended: bool = False
    answered: Outcome | None = None  # what intake said, while it stands
    declined: bool = False  # … and the no was decided in Landfast too
    helps: Mapping[str, str] = field(default_factory=dict)
    programme_id: UUID | None = None
    members: dict[str, tuple[UUID, PersonId]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    relations: dict[str, UUID] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    wished: set[str] = field(default_factory=set)

    @property
    def course(self) -> CourseId:
        """The course, once it is open."""
        return CourseId(_there(self.course_id))

    @property
    def holder(self) -> Actor:
        """The coordinator, once there is one."""
        return _there(self.coordinator)

    @property
    def programme(self) -> UUID:
        """The programme of the course, once it is open."""
        return _there(self.programme_id)

    @property
    def runs(self) -> bool:
        """Is there a coordinator who can write in the course?"""
        return self.coordinator is not None and not self.ended

    def to(self, event: CaseEvent) -> None:
        """Move the clock to an event; it never goes back."""
        local = datetime.combine(event.when.day, event.when.at or NOON, DENMARK)
        self.moment = max(self.moment + timedelta(minutes=1), local)

    def do(self, actor: Actor, verb: Callable[..., Result], **facts: Any) -> Result:
        """Somebody does something now."""
        with self.acting(actor, self.moment):
            return verb(actor=actor, **facts)

    def attempt(self, event: CaseEvent, name: str, done: str, doing: Callable[[], object]) -> bool:
        """Try an act as a whole; a guard that says no is told, and nothing of it stays."""
        try:
            with transaction.atomic():
                doing()
        except Refusal as refusal:
            why = f"ikke gjort: {done}. Reglen siger: »{refusal.sentence}«"
            self.report.add(event.line, event.id, name, How.REFUSED, why)
            return False
        self.report.add(event.line, event.id, name, How.ACT, done)
        return True
