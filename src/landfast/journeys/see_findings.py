"""What is worth a look in one course (Værd at se på), by who reads it; the look is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import may
from landfast.access.rules import Permission, Topic
from landfast.course.queries.names import whose_one
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.text import da
from landfast.plan.queries.said import Said, said_of
from landfast.redthread.queries import Standing, findings_of
from landfast.redthread.queries.over import Over, over_that_she_contested


@dataclass(frozen=True)
class FindingsSeen:
    """What stands, and whether the reader may put it off or away."""

    whose: str
    """The citizen's name."""
    rows: list[Standing]
    may_settle: bool
    said: dict[UUID, Said]
    """What the agreements they rest on say."""


def see_findings(actor: Actor, course_id: UUID) -> FindingsSeen:
    """All that stands in the course, the heaviest first; nothing that rests on what is hidden."""
    if open_record(actor, course_id, "Værd at se på") is not Topic.WHOLE:
        raise NotAllowed(
            "team_only",
            da("Det, der er værd at se på, er for borgeren og teamet. Ring til koordinatoren."),
        )
    rows = findings_of([course_id])
    may_settle = may(actor, Permission.FINDING_SETTLE, course_id)
    return FindingsSeen(whose_one(course_id).name, rows, may_settle, said_about(rows))


@dataclass(frozen=True)
class MyFindings:
    """What the team looks at in her course, as she may read it."""

    rows: list[Standing]
    over: list[Over]
    """What she said was not so, and that is over."""
    said: dict[UUID, Said]


def see_my_findings(actor: Actor, course_id: UUID) -> MyFindings:
    """All that stands, and what she has said of what is over."""
    seen = see_findings(actor, course_id)
    return MyFindings(seen.rows, over_that_she_contested(course_id), seen.said)


def said_about(rows: Iterable[Standing]) -> dict[UUID, Said]:
    """What the agreements that findings rest on say; a question only where there is one."""
    return said_of(set().union(*(row.agreements for row in rows)))


def see_finding(actor: Actor, course_id: UUID, finding_id: UUID) -> Standing:
    """One of them, while it stands."""
    for one in see_findings(actor, course_id).rows:
        if one.id == finding_id:
            return one
    raise NotFound
