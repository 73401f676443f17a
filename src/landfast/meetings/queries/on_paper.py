"""Who is to have the minutes on paper: nothing is written to them (C4)."""

from uuid import UUID

from landfast.access.queries import events
from landfast.kernel.clock import now
from landfast.meetings.queries.inviting import invites_of
from landfast.meetings.queries.shapes import GuestRow, MeetingView, MinutesRow
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.inviting import hears_nothing
from landfast.meetings.rules.minutes import is_still_given


def given_on_paper(course_id: UUID, minutes_id: UUID) -> frozenset[UUID]:
    """The relations who have this version on paper already; one query."""
    rows = events(course_id, ["minutes.given"], about=minutes_id)
    return frozenset(UUID(row.facts["relation"]) for row in rows)


def to_give(meeting: MeetingView, minutes: MinutesRow | None) -> list[GuestRow]:
    """Those who are `without_paper`, while somebody is asked to give it."""
    if minutes is None or minutes.published_at is None:
        return []
    is_asked = is_still_given(minutes.published_at, now())
    return without_paper(meeting, minutes) if is_asked else []


def without_paper(meeting: MeetingView, minutes: MinutesRow | None) -> list[GuestRow]:
    """Her own people who are to have the published minutes, get no mail, and have no paper yet."""
    if minutes is None or minutes.state is not MinutesState.PUBLISHED:
        return []
    theirs = [
        guest for guest in meeting.guests
        if guest.relation_id and str(guest.relation_id) in minutes.recipients
    ]  # fmt: skip
    if not theirs:
        return []
    written, given = invites_of(meeting.id), given_on_paper(meeting.course_id, minutes.id)
    return [
        guest for guest in theirs
        if hears_nothing(written[guest.id].address if guest.id in written else "")
        and guest.relation_id not in given
    ]  # fmt: skip
