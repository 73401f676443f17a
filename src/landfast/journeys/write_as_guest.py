"""What a guest of one meeting writes after it: its minutes as a draft, or her reflection (A12)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.meetings import queries
from landfast.meetings.queries import MinutesRow
from landfast.meetings.queries.minutes import is_out
from landfast.meetings.queries.taking import OwnSeat, log_for_guest, own_seat, takes_now
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.dialogue import may_reflect
from landfast.meetings.rules.minutes import EDITABLE
from landfast.meetings.rules.taking import makes_draft


@dataclass(frozen=True)
class GuestWriting:
    """The draft for who takes the minutes, and the own words of who reflected."""

    waits_for_draft: bool
    """She takes the minutes, and who leads has not made a draft yet."""
    may_make: bool
    """Nobody ended the meeting, so the draft is hers to make."""
    draft: MinutesRow | None
    may_reflect: bool
    reflection: str


def writing_of(actor: Actor, meeting_id: UUID, state: MeetingState) -> GuestWriting:
    """What she may write of this meeting now; it ends when the minutes are out."""
    seat = own_seat(actor, meeting_id) if state is MeetingState.HELD else OwnSeat()
    if not seat.part:
        return GuestWriting(
            waits_for_draft=False, may_make=False, draft=None, may_reflect=False, reflection=""
        )
    takes = seat.takes and takes_now(meeting_id)
    rows = queries.minutes_of(meeting_id) if takes else []
    draft = next((row for row in rows if row.state in EDITABLE), None)
    wrote = [
        row["text"]
        for row in queries.reflections(meeting_id)
        if row["person"] == str(actor.person_id)
    ]
    may = may_reflect(seat.part, was_there=seat.was_there, is_held=True, is_out=is_out(meeting_id))
    may_make = (
        takes and draft is None
        and makes_draft(
            seat.part, was_there=seat.was_there, is_guest=True,
            closed_itself=log_for_guest(meeting_id) is not None,
        )
    )  # fmt: skip
    waits = takes and draft is None and not may_make
    return GuestWriting(waits, may_make, draft, may, wrote[0] if wrote else "")
