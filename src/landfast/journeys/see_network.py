"""A professional opens the people around a citizen."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import Reader, may, readers, require
from landfast.access.rules import Permission
from landfast.course.queries.holding import holders
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.course.rules.holding import Holders
from landfast.journeys.empty_seats import Table, table_of
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.network import queries as network
from landfast.network.queries import MemberRow, RelationRow, SphereRow, drawing
from landfast.network.queries.drawing import WayBack
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow

FOUND = 12


@dataclass(frozen=True)
class Network:
    """The citizen in the middle, everybody around her, and whether the reader may change it."""

    course_id: UUID
    citizen: WhoseCourse
    held: Holders
    spheres: list[SphereRow]
    former: list[MemberRow]
    readers: list[Reader]
    table: Table
    may_edit: bool
    way_back: WayBack | None = None
    """What Fortryd would do; None when there is nothing of today."""

    def member(self, member_id: UUID) -> MemberRow:
        """One of the team; who is not there is not found."""
        for row in self.spheres:
            for one in row.people:
                if isinstance(one, MemberRow) and one.id == member_id:
                    return one
        raise NotFound

    def relation(self, relation_id: UUID) -> RelationRow:
        """One whom the citizen has named."""
        for row in self.spheres:
            for one in row.people:
                if isinstance(one, RelationRow) and one.id == relation_id:
                    return one
        raise NotFound


def see_network(actor: Actor, course_id: UUID, page: str = "Netværket") -> Network:
    """The network as a list by sphere and closeness (B1, B2), for those with the citizen's yes."""
    require(actor, Permission.COURSE_READ, course=course_id)
    open_record(actor, course_id, page)
    spheres = network.people_by_sphere(course_id)
    may_edit = may(actor, Permission.NETWORK_EDIT, course_id)
    undo = drawing.way_back(course_id, drawing.history(course_id), today()) if may_edit else None
    return Network(
        course_id, whose_one(course_id), holders(course_id), spheres,
        network.members(course_id, former=True), readers(course_id),
        table_of(course_id, [one for row in spheres for one in row.people]),
        may_edit, undo,
    )  # fmt: skip


@dataclass(frozen=True)
class NewMember:
    """The network, and the employees who fit the words or the one who was picked."""

    network: Network
    found: list[EmploymentRow]
    picked: EmploymentRow | None


def find_new_member(
    actor: Actor, course_id: UUID, *, words: str = "", person_id: UUID | None = None
) -> NewMember:
    """Look for somebody to bring into the team; only those who may choose it (B2)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    seen = see_network(actor, course_id, "Netværket: ny i teamet")
    held = people.employments(person_id=person_id) if person_id else []
    if person_id and not held:
        raise NotFound
    found = people.find_staff(words, FOUND) if words.strip() else []
    return NewMember(seen, found, held[0] if held else None)
