"""A meeting is prepared with the citizen, out of her own network and wishes (product C2)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import list_records, open_record
from landfast.access.queries import Reader, may, readers, require
from landfast.access.roles import CourseRole
from landfast.access.rules import LookKind, Permission, Topic
from landfast.course.queries.names import WhoseCourse, part_courses, whose, whose_one
from landfast.course.queries.profiles import profile
from landfast.course.queries.programme import foresees
from landfast.journeys._leads import who_leads
from landfast.journeys.heed_energy import Heeded, heeded
from landfast.kernel.clock import now
from landfast.kernel.ids import MeetingId, PersonId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.actions import Because, Guest
from landfast.meetings.queries import FormatRow, Invitation, MeetingRow, MeetingView
from landfast.meetings.queries.agreed import agreed_on
from landfast.meetings.queries.inviting import invites_of
from landfast.meetings.queries.passages import StrayRow, astray
from landfast.meetings.queries.standing_in import colleagues
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.formats import check_reason, is_foreseen
from landfast.meetings.rules.inviting import hears_nothing, owes_substitute
from landfast.meetings.rules.preparing import is_open
from landfast.network import queries as network
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow, WishRow


@dataclass(frozen=True)
class CourseMeetings:
    """The meetings of one course."""

    whose: WhoseCourse
    meetings: list[MeetingRow]
    formats: list[FormatRow]
    """Those that the programme foresees, and the organisation's copies of them."""
    others: list[FormatRow]
    may_prepare: bool
    may_lead: bool
    astray: list[StrayRow]
    """Lines of minutes that stood on another citizen and came here."""


def look_at_meetings(actor: Actor, course_id: UUID) -> CourseMeetings:
    """The list of a course's meetings (møder)."""
    whole(actor, course_id, "Møder")
    usual, others = choices_of(actor, course_id)
    return CourseMeetings(
        whose_one(course_id),
        queries.meetings_of(course_id),
        usual,
        others,
        may(actor, Permission.MEETING_PREPARE, course_id),
        may(actor, Permission.MEETING_LEAD, course_id),
        astray(course_id),
    )


def choices_of(actor: Actor, course_id: UUID) -> tuple[list[FormatRow], list[FormatRow]]:
    """The formats of the course's organisation: those foreseen, and the others (principle 5).

    She is not offered what she is not at.
    """
    about = foresees(course_id)
    rows = [
        row
        for row in queries.formats(about.organisation_id)
        if row.form.is_with_citizen or not actor.is_citizen
    ]
    usual = [row for row in rows if is_foreseen(row.form.origin, about.formats)]
    return usual, [row for row in rows if row not in usual]


def whole(actor: Actor, course_id: UUID, page: str, kind: LookKind = LookKind.READ) -> None:
    """Open the record; who reaches no more than its frame finds no meeting."""
    if open_record(actor, course_id, page, kind=kind) is not Topic.WHOLE:
        raise NotFound


@dataclass(frozen=True)
class Candidate:
    """Somebody in her network who can be asked: `key` is what the page sends back."""

    key: str
    name: str
    role: str
    guest: Guest


@dataclass(frozen=True)
class Preparation:
    """Everything the page needs to prepare a meeting."""

    whose: WhoseCourse
    meeting: MeetingView
    wishes: tuple[WishRow, ...]
    candidates: list[Candidate]
    readers: list[Reader]
    lacking: list[str]
    """Those on the list who do not have her yes."""
    may_prepare: bool
    may_lead: bool
    heeded: Heeded | None
    """Her energy, when it counts for this meeting."""
    untold: frozenset[UUID]
    """Those on the list whom Landfast cannot tell: no login, and no mail address."""


def look_at_preparation(actor: Actor, course_id: UUID, meeting_id: UUID) -> Preparation:
    """The page where she chooses themes, frame and people (forbered mødet)."""
    whole(actor, course_id, "Forbered møde")
    meeting = queries.meeting(meeting_id, course_id)
    there = {guest.person_id or guest.relation_id for guest in meeting.guests}
    return Preparation(
        whose_one(course_id),
        meeting,
        tuple(plan.wishes_of(course_id)),
        [
            one
            for one in candidates(course_id, with_her=meeting.form.is_with_citizen)
            if (one.guest.person_id or one.guest.relation_id) not in there
        ],
        readers(course_id, about=meeting_id),
        queries.lacking(course_id, meeting.guests),
        may(actor, Permission.MEETING_PREPARE, course_id),
        may(actor, Permission.MEETING_LEAD, course_id),
        heeded(course_id, meeting.starts_at, meeting.offers) if is_open(meeting.state) else None,
        _untold(meeting),
    )


def _untold(meeting: queries.MeetingView) -> frozenset[UUID]:
    """Asked only where somebody on the list has no login, and while the meeting is ahead."""
    without = [guest.id for guest in meeting.guests if not guest.is_professional]
    if not without or not is_open(meeting.state):
        return frozenset()
    written = invites_of(meeting.id)
    addresses = {key: written[key].address if key in written else "" for key in without}
    return frozenset(key for key, to in addresses.items() if hears_nothing(to))


def not_to_be_told(course_id: UUID) -> frozenset[UUID]:
    """The persons and places of whom she has said that they are not to be told anything (G2)."""
    team, own = network.members(course_id), network.relations(course_id)
    persons = {row.person_id for row in team if row.is_untold}
    return frozenset(persons | {row.id for row in own if row.is_untold})


def candidates(course_id: UUID, *, with_her: bool = True) -> list[Candidate]:
    """Her team and the people she has named, closest first.

    To a meeting without her nobody close to her is asked: it is professionals who meet (A12 M-06).
    """
    helpers, named = network.askable(course_id)
    team = [
        Candidate(
            f"p{row.person_id}", row.name, row.role_name,
            Guest("", person_id=row.person_id, role=row.role, can_promise=row.mandate),
        )
        for row in helpers
    ]  # fmt: skip
    own = [
        Candidate(f"r{row.id}", row.name, row.is_to_me, Guest("", relation_id=row.id))
        for row in named
    ]
    return [*team, *own] if with_her else team


def see_choice(actor: Actor, course_id: UUID, format_code: str) -> FormatRow:
    """One of the formats that the course's organisation has."""
    whole(actor, course_id, "Møder")
    require(actor, Permission.MEETING_PREPARE, course=course_id)
    usual, others = choices_of(actor, course_id)
    found = next((row for row in (*usual, *others) if row.code == format_code), None)
    if found is None:
        raise NotFound
    return found


@journey
def begin_meeting(
    *, actor: Actor, course_id: UUID, format_code: str, because: Because | None = None
) -> MeetingId:
    """Begin to prepare: the coordinator, or who covers, will lead it (S004 §5.1).

    Without a format it is as the last meeting was, where that is foreseen: so the date that was
    agreed there is made ready in one touch.
    A format that the programme does not foresee takes a reason; another house's does not exist.
    """
    usual, others = choices_of(actor, course_id)
    known = queries.meetings_of(course_id)
    format_code = format_code or _usual_now(usual, known)
    chosen = next((row for row in (*usual, *others) if row.code == format_code), None)
    if chosen is None:
        raise Wrong("no_format", da("Vælg en mødeform."), "format_code")
    because = because or Because()
    check_reason(because.reason, is_foreseen=chosen in usual, is_citizen=actor.is_citizen)
    leader = who_leads(actor, course_id)
    said = profile(course_id)
    return actions.open_meeting(
        actor=actor, course_id=course_id, format_code=format_code,
        leader_id=leader,
        largest=said.largest_meeting, interpreter=said.language,
        starts_at=agreed_on(known, now()), because=because,
    )  # fmt: skip


def _usual_now(usual: list[FormatRow], known: list[MeetingRow]) -> str:
    """The format of the last meeting that was held, if it is foreseen; else the first that is."""
    held = [row for row in known if row.state is MeetingState.HELD and row.starts_at]
    last = max(held, key=lambda row: row.starts_at or now(), default=None)
    codes = {row.form.name: row.code for row in usual}
    first = usual[0].code if usual else ""
    return codes.get(last.format, first) if last else first


@journey
def invite(
    *, actor: Actor, meeting_id: UUID, guest: str, why: str, citizen_said_so: bool = False
) -> UUID:
    """She chooses one of her people; somebody who is not in her network cannot be chosen."""
    meeting = queries.meeting(meeting_id)
    course_id, with_her = meeting.course_id, meeting.form.is_with_citizen
    chosen = next((one for one in candidates(course_id) if one.key == guest), None)
    if chosen and chosen.guest.relation_id and not with_her:
        raise Wrong("without_her", da("Mødet er uden borgeren. Vælg en fagperson."), "guest")
    if chosen is None:
        raise Wrong("not_in_network", da("Vælg en, der er i borgerens netværk."), "guest")
    found = chosen.guest
    return actions.add_participant(
        actor=actor, meeting_id=meeting_id,
        guest=Guest(why, found.person_id, found.relation_id, found.role, found.can_promise),
        citizen_said_so=citizen_said_so,
    )  # fmt: skip


@dataclass(frozen=True)
class BadDay:
    """How she takes part today, with the promises that were kept: they still stand."""

    whose: WhoseCourse
    meeting: MeetingView
    kept: list[AgreementRow]


def look_at_today(actor: Actor, course_id: UUID, meeting_id: UUID) -> BadDay:
    """Three touches at most; nobody asks why (moment 4)."""
    whole(actor, course_id, "Hvordan jeg er med")
    done = [row for row in plan.plan_of(course_id).agreements if row.state == "kept"]
    return BadDay(whose_one(course_id), queries.meeting(meeting_id, course_id), done)


@dataclass(frozen=True)
class Asked:
    """An invitation and whose meeting it is."""

    invitation: Invitation
    called: str
    colleagues: dict[PersonId, str]
    """Who could come instead of own staff; nobody is asked of others."""

    @property
    def owes_substitute(self) -> bool:
        """A no that came by mail names nobody (C3)."""
        row = self.invitation
        return owes_substitute(
            row.reply, row.substitute_id, set(self.colleagues), is_own=bool(self.colleagues)
        )


def my_colleagues(actor: Actor, guest_id: UUID) -> dict[PersonId, str]:
    """Who could come instead of me to this meeting."""
    rows = queries.invitations_of(actor)
    found = next((row for row in rows if row.id == guest_id), None)
    return _instead(actor, found.leader_id) if found else {}


def _instead(actor: Actor, leader_id: PersonId | None) -> dict[PersonId, str]:
    if leader_id is None:
        return {}
    found = colleagues(actor.person_id, leader_id)
    return found.could if found.is_own else {}


def my_invitations(actor: Actor) -> list[Asked]:
    """What the actor is invited to, across citizens: a row in the log for each."""
    rows = queries.invitations_of(actor)
    list_records(actor, {row.course_id for row in rows}, "Invitationer (liste)")
    names = {course: one.name for course, one in whose({row.course_id for row in rows}).items()}
    if any(row.is_guest for row in rows):
        names |= {course: one.name for course, one in part_courses(CourseRole.GUEST).items()}
    could = {leader: _instead(actor, leader) for leader in {row.leader_id for row in rows}}
    return [
        Asked(row, names[row.course_id], could[row.leader_id])
        for row in rows
        if row.course_id in names
    ]
