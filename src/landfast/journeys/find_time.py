"""A meeting finds its time: three proposals and what each costs whom, and one is taken (C3)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import may
from landfast.access.rules import Permission
from landfast.course.queries.holding import holders
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.journeys.prepare_meeting import whole
from landfast.kernel.ids import OrganisationId
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions, queries
from landfast.meetings.actions import Chosen
from landfast.meetings.queries import GuestRow, MeetingView
from landfast.meetings.queries.timing import Search, search_of
from landfast.meetings.rules import Reply, timing
from landfast.meetings.rules.framing import check_seen, frame_of
from landfast.meetings.rules.timing import Found, Proposal, TimeWish
from landfast.people import queries as people


@dataclass(frozen=True)
class TimeSearch:
    """The page where a meeting finds its time."""

    whose: WhoseCourse
    meeting: MeetingView
    search: Search
    found: Found
    may_choose: bool

    @property
    def declined(self) -> list[GuestRow]:
        """Those who cannot come at the time that stands."""
        return [one for one in self.meeting.guests if one.reply is Reply.DECLINED]

    @property
    def stands_at(self) -> datetime | None:
        """The time that stands."""
        return self.meeting.starts_at


def look_for_time(actor: Actor, course_id: UUID, meeting_id: UUID) -> TimeSearch:
    """The three best times, and what each costs whom (moment 2)."""
    whole(actor, course_id, "Find en tid")
    meeting = queries.meeting(meeting_id, course_id)
    search = search_of(meeting_id, _organisation(course_id))
    return TimeSearch(
        whose_one(course_id), meeting, search, timing.find(search.facts),
        may(actor, Permission.MEETING_PREPARE, course_id),
    )  # fmt: skip


@journey
def choose_time(
    *, actor: Actor, course_id: UUID, meeting_id: UUID, key: str, seen: str | None = None
) -> Proposal:
    """One of the proposals is taken, if it is still there; parts and room come with it.

    `seen` is the mark of the frame that the page showed: of two who choose the second sees first.
    """
    actions.hold_the_rooms(actor=actor, meeting_id=meeting_id)
    meeting = queries.meeting(meeting_id, course_id)
    search = search_of(meeting_id, _organisation(course_id))
    check_seen(seen, frame_of(meeting))
    chosen = timing.check_chosen(timing.find(search.facts), key)
    room = search.rooms.get(chosen.room or "")
    rows = {str(one.person_id): one.id for one in meeting.guests if one.person_id}
    parts = tuple((rows[who], part) for part, several in chosen.seats.items() for who in several)
    actions.choose_time(
        actor=actor, meeting_id=meeting_id,
        chosen=Chosen(
            chosen.starts, room.called if room else chosen.place, room.id if room else None, parts
        ),
        seen=seen,
    )  # fmt: skip
    return chosen


@journey
def say_wish(*, actor: Actor, meeting_id: UUID, wish: TimeWish) -> None:
    """When and where she would rather meet."""
    actions.say_time_wish(actor=actor, meeting_id=meeting_id, wish=wish)


def _organisation(course_id: UUID) -> OrganisationId:
    """Whose rooms are asked, and who is own staff: the house that runs the course."""
    unit = people.unit(holders(course_id).unit_id)
    if unit is None:
        raise NotFound
    return unit.organisation_id
