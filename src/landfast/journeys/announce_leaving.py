"""A helper stops (B6): who could come instead, and a first meeting of both, if she asks for it."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.queries.holding import holders
from landfast.journeys.meet_both import Both, meet
from landfast.journeys.see_network import Network, see_network
from landfast.kernel.ids import MeetingId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.network.queries import MemberRow
from landfast.network.queries.leaving import leaving
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow

GOES, COMES = da("Hjælper dig til nu"), da("Skal hjælpe dig")


@dataclass(frozen=True)
class Leaver:
    """One of the team, and the colleagues of whom one could come instead."""

    network: Network
    member: MemberRow
    colleagues: list[EmploymentRow]
    follower_id: UUID | None
    """Who was said to come instead."""


def see_leaver(actor: Actor, course_id: UUID, member_id: UUID) -> Leaver:
    """Before it is announced."""
    seen = see_network(actor, course_id)
    member = seen.member(member_id)
    units = [row.unit_id for row in people.employments(person_id=member.person_id)]
    staff = {row.person.id: row for row in people.staff_of(units)}
    staff.pop(member.person_id, None)
    said = {row.id: row.follower_id for row in leaving(course_id)}
    return Leaver(seen, member, list(staff.values()), said.get(member_id))


@journey
def wish_to_meet_follower(*, actor: Actor, course_id: UUID, member_id: UUID) -> MeetingId:
    """A meeting is begun with who goes and who comes; asked twice it is the same one (B6).

    Where the coordinator takes over herself, she leads it and is no guest.
    """
    row = next((one for one in leaving(course_id) if one.id == member_id), None)
    if row is None:
        raise NotFound
    if row.follower_id is None:
        raise NotNow("nobody_comes_yet", da("Vi ved ikke endnu, hvem der kommer i stedet."))
    who = [Both(row.person_id, GOES, row.role), Both(row.follower_id, COMES, row.role)]
    leads = holders(course_id).holder
    return meet(
        actor, course_id, [one for one in who if not leads or one.person_id != leads.person_id]
    )
