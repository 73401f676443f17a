"""Parts of a course that somebody is let in to: what a proxy reads, one meeting, one question."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Topic
from landfast.kernel.reading import Question, answered


@dataclass(frozen=True)
class PartRow:
    """One part that the actor is let in to now: how far, about which one thing, why, how long."""

    course: UUID
    topic: Topic
    level: Level
    about: UUID | None
    reason: str
    until: datetime | None


def my_parts(actor: Actor, role: CourseRole) -> list[PartRow]:
    """The parts that the actor reaches in this role now, the longest held first. One query."""
    return answered(asking_my_parts(actor, role))


def asking_my_parts(actor: Actor, role: CourseRole) -> Question[list[PartRow]]:
    """The same, to be sent with others."""
    del actor  # the database knows who acts
    return Question(
        "select * from access_my_parts(%s)",
        [role.value],
        lambda rows: [
            PartRow(scope, Topic(topic), Level(level), about, reason, until)
            for scope, topic, level, about, reason, until in rows
        ],
    )
