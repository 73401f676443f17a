"""What the queries answer with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.kernel.ids import CourseId, MeetingId, PersonId
from landfast.meetings.queries.passages import CoverRow
from landfast.meetings.rules import Answers, Attends, MeetingState, MinutesState, Reply, Stage
from landfast.meetings.rules.ahead import Moves, day_at
from landfast.meetings.rules.easing import Offer
from landfast.meetings.rules.formats import Citizen, Form
from landfast.meetings.rules.minutes import Line
from landfast.meetings.rules.preparing import Size
from landfast.meetings.rules.turns import Next, Table
from landfast.meetings.rules.who import Departure


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a list."""

    id: MeetingId
    course_id: CourseId
    format: str
    state: MeetingState
    leader: str
    starts_at: datetime | None
    minutes_long: int
    place: str
    attends: Attends | None
    """None: not this reader's to know."""
    themes: int
    guests: int
    answered: int
    next_on: datetime | None
    minutes_state: MinutesState | None
    ended: str = ""
    agenda_before: bool = True
    is_frame_agreed: bool = False
    leader_id: PersonId | None = None
    held_at: datetime | None = None
    offers: tuple[Offer, ...] = ()
    """What could make it lighter (rules/easing.py)."""
    made_at: datetime | None = None
    course_has_ended: bool = False
    """The course has been over since it was held: what it said of a next date is no longer so."""
    citizen: Citizen = Citizen.LEADS
    cancelled_because: str = ""
    """Empty where she called it off herself and said no more."""

    @property
    def day_at(self) -> datetime | None:
        """When it is, or was."""
        return day_at(self.starts_at, self.held_at)

    def is_held_by(self, person_id: PersonId) -> bool:
        """Was it held, with this person at the head of the table?"""
        return self.state is MeetingState.HELD and self.leader_id == person_id


@dataclass(frozen=True)
class ThemeRow:
    """A theme in the citizen's words."""

    id: UUID
    words: str
    wish_id: UUID | None
    need: str
    is_agreed: bool = True
    ended: str = ""
    """What became of it where the notes do not tell: talked about, kept for later, not wanted."""
    decides: str = ""
    """Where it can be decided, as those present say it."""
    is_kept: bool = False
    """It was kept at the meeting before."""


@dataclass(frozen=True)
class GuestRow:
    """Somebody at the table, and why."""

    id: UUID
    person_id: PersonId | None
    relation_id: UUID | None
    name: str
    role: str
    role_name: str
    phone: str
    why: str
    can_promise: str
    reply: Reply
    reply_reason: str
    written_word: str
    was_there: bool | None
    part: str = ""
    is_guest: bool = False
    """Asked to this meeting only; not of the team."""
    own_task: str = ""
    own_limit: str = ""
    by_duty: bool = False
    """Has not answered, and comes because she has to (mødepligt)."""

    @property
    def is_professional(self) -> bool:
        """An employee; the citizen's own people are not asked for promises."""
        return self.person_id is not None


@dataclass(frozen=True)
class MeetingView:
    """A meeting as a whole: frame, themes, people."""

    id: MeetingId
    course_id: CourseId
    format_code: str
    format: str
    agenda_before: bool
    output: str
    state: MeetingState
    stage: Stage
    leader_id: PersonId
    leader: str
    starts_at: datetime | None
    minutes_long: int
    place: str
    breaks: str
    seating: str
    speaks_first: str
    not_to_talk_about: str
    largest: int | None
    answers: Answers
    attends: Attends | None
    own_word: str
    own_sound: UUID | None
    """What she has spoken in, while it stands."""
    represented_by: str
    frame_agreed_at: datetime | None
    closing_words: str
    next_on: datetime | None
    no_next_reason: str
    themes: list[ThemeRow]
    guests: list[GuestRow]
    size: Size
    size_with_one_more: Size
    missing: list[str]
    form: Form
    reflects: str = ""
    speaks_responsibility: bool = False
    off_screen: bool = False
    ended: str = ""
    can_reflect: bool = True
    responsibility: str = ""
    hand_up: bool = False
    departs: list[Departure] = field(default_factory=list)
    chosen_because: str = ""
    """Why this format, though the programme does not foresee it."""
    departs_because: str = ""
    ground: str = ""
    ground_words: str = ""
    told_at: datetime | None = None
    told_words: str = ""
    avoid_places: str = ""
    companion: str = ""
    interpreter: str = ""
    interpreter_who: str = ""
    offers: tuple[Offer, ...] = ()
    held_at: datetime | None = None
    started_at: datetime | None = None

    @property
    def day_at(self) -> datetime | None:
        """When it is, or was."""
        return day_at(self.starts_at, self.held_at)

    @property
    def others(self) -> int:
        """How many she would sit with, the one who leads not counted (RT-09)."""
        return sum(guest.person_id != self.leader_id for guest in self.guests)


@dataclass(frozen=True)
class LogLine:
    """A turn as the room shows it."""

    seq: int
    line: Line
    id: UUID
    version: int


@dataclass(frozen=True)
class Room:
    """The meeting room: the meeting, the turn order, what was said, the next turn's number."""

    meeting: MeetingView
    table: Table
    next: Next
    log: list[LogLine]
    seq: int
    agreement_ids: list[UUID] = field(default_factory=list)


@dataclass(frozen=True)
class Invitation:
    """An invitation to somebody, across citizens."""

    id: UUID
    meeting_id: MeetingId
    course_id: CourseId
    format: str
    starts_at: datetime | None
    minutes_long: int
    place: str
    leader: str
    why: str
    can_promise: str
    reply: Reply
    reply_reason: str
    written_word: str
    is_guest: bool = False
    own_task: str = ""
    own_limit: str = ""
    attends: Attends | None = Attends.IN_PERSON
    leader_id: PersonId | None = None
    by_duty: bool = False
    substitute_id: PersonId | None = None
    waits_for_her: bool = False
    """It was changed, and she has not said yes to it yet."""
    moves: Moves | None = None
    """To a guest, who reads the time and place of her last yes: what is another after the next."""


@dataclass(frozen=True)
class Written:
    """What stands in the table."""

    citizen_said: str
    citizen_note: str
    content: dict[str, Any]


@dataclass(frozen=True)
class MinutesRow:
    """One version of the minutes, as this reader may read it."""

    id: UUID
    meeting_id: MeetingId
    course_id: CourseId
    version: int
    state: MinutesState
    citizen_said: str
    content: dict[str, Any]
    citizen_note: str
    seen_beside: bool
    offered: str
    recipients: list[str]
    reason: str
    written_by: str
    shown_at: datetime | None
    seen_at: datetime | None
    published_at: datetime | None
    covers: tuple[CoverRow, ...] = ()
    written: Written | None = None
    """The words with the marks in them, to write on: what is covered for somebody stays so."""
