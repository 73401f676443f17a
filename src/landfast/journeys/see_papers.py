"""The papers of a course: the citizen's own, and what she shows her team."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access import queries as access
from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.rules import Permission
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.course.rules.states import OVER
from landfast.files.queries import FileRow, files
from landfast.files.rules import Kind, check_hers


@dataclass(frozen=True)
class Papers:
    """Whose, which, and who is meant by the team."""

    whose: WhoseCourse
    rows: list[FileRow]
    team: list[access.Reader]
    mine: bool

    @property
    def is_over(self) -> bool:
        """Is the course over? Nothing is put into it any more."""
        return self.whose.state in OVER


def see_papers(actor: Actor, course_id: UUID, *, adds: bool = False) -> Papers:
    """What the reader may fetch, the newest first. What they hold is fetched one by one."""
    access.require(actor, Permission.COURSE_READ, course=course_id)
    if adds:
        check_hers(by_citizen=actor.is_citizen)
    open_record(actor, course_id, "Mine papirer" if actor.is_citizen else "Borgerens papirer")
    return Papers(
        whose_one(course_id), files(course_id, Kind.PAPER), access.readers(course_id),
        actor.is_citizen,
    )  # fmt: skip
