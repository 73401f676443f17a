"""Minutes as they are read: with the agreements as they stand now (product C6)."""

from dataclasses import dataclass, field
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.told import LookRow, looks
from landfast.access.queries import may, readers
from landfast.access.rules import LookKind, Permission
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.journeys.prepare_meeting import whole
from landfast.kernel.ids import AgreementId
from landfast.meetings import queries
from landfast.meetings.queries import GuestRow, MeetingRow, MeetingView, MinutesRow
from landfast.meetings.queries.minutes import since_mine
from landfast.meetings.queries.on_paper import to_give, without_paper
from landfast.meetings.rules import Attends, MeetingState, MinutesState
from landfast.meetings.rules.dialogue import may_reflect
from landfast.meetings.rules.minutes import may_get, may_read, may_see
from landfast.meetings.rules.taking import makes_draft
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow, Plan
from landfast.plan.queries.in_place import InPlace, in_place
from landfast.plan.rules.words import AgreementState

SHOWS_MINUTES = frozenset(
    {"Referat", "Referat (print)", "Mødet (gæst)", "Det, du må læse for borgeren",
     "Det, du har delt"}
)  # fmt: skip
"""Under which names pages with minutes stand in the log."""


@dataclass(frozen=True)
class MinutesPage:
    """The minutes of one meeting; `minutes` is what the actor may read, None before it is out."""

    whose: WhoseCourse
    meeting: MeetingView
    minutes: MinutesRow | None
    earlier: list[MinutesRow]
    agreements: list[AgreementRow]
    all_agreements: list[AgreementRow]
    """The others of the plan too, for who leads: a word about one may have come late."""
    may_lead: bool
    may_write: bool
    """Leads, or was named to take the minutes: drafts, puts right, shows the citizen."""
    reflections: list[dict[str, str]]
    """What the reflectors wrote themselves; as it went out, once the minutes are out."""
    may_reflect: bool
    may_get: list[GuestRow] = field(default_factory=list)
    """Whom it can be sent to, for who leads: not those who can read the course no longer."""
    to_give: list[GuestRow] = field(default_factory=list)
    """Who is to have it on paper and has not got it; for who leads."""
    without_paper: list[GuestRow] = field(default_factory=list)
    """The same however long ago it was sent, for her: it is not sent to them."""
    since_mine: MinutesState | None = None
    """How the newest version stands, for who had one and may read none now."""
    read_before: list[LookRow] = field(default_factory=list)
    """Who opened minutes of the course while what is covered now could be read; for who leads."""

    @property
    def agreed(self) -> list[AgreementRow]:
        """What somebody said yes to, however it went since (product, principle 3)."""
        return [row for row in self.agreements if row.accepted_at]

    @property
    def waiting(self) -> list[AgreementRow]:
        """Proposals of the meeting that wait for their maker's yes."""
        return [row for row in self.agreements if row.state is AgreementState.PROPOSED]

    @property
    def never_agreed(self) -> list[AgreementRow]:
        """Proposals that were declined, or fell away before a yes."""
        asked = [row for row in self.agreements if not row.accepted_at]
        return [row for row in asked if row.state is not AgreementState.PROPOSED]

    @property
    def shut_out(self) -> list[str]:
        """Who was at the table, and can read the course no longer: it is not sent to them."""
        return [guest.name for guest in self.present if guest not in self.may_get]

    @property
    def present(self) -> list[GuestRow]:
        """Who was at the table besides the citizen."""
        return [guest for guest in self.meeting.guests if guest.was_there]

    @property
    def was_she_there(self) -> bool:
        """Was the citizen there herself, in person or by telephone?"""
        return self.meeting.attends in {Attends.IN_PERSON, Attends.BY_PHONE}

    @property
    def others_there(self) -> list[str]:
        """Who was there besides her, the one who led first."""
        names = [self.meeting.leader, *(guest.name for guest in self.present)]
        return list(dict.fromkeys(names))


def look_at_minutes(
    actor: Actor,
    course_id: UUID,
    meeting_id: UUID,
    page: str = "Referat",
    kind: LookKind = LookKind.READ,
) -> MinutesPage:
    """The newest version that the actor may read, the older ones by reason and date."""
    whole(actor, course_id, page, kind)
    versions = [
        row
        for row in queries.minutes_of(meeting_id)
        if may_read(row.state, is_citizen=actor.is_citizen)
    ]
    made = set(queries.agreement_ids(meeting_id))
    leads = may(actor, Permission.MEETING_LEAD, course_id)
    rows = plan.plan_of(course_id).agreements if made or leads else ()
    meeting, newest = queries.meeting(meeting_id, course_id), versions[0] if versions else None
    is_out = newest is not None and newest.state is MinutesState.PUBLISHED
    written = newest.content.get("reflections") if newest and is_out else None
    mine = [guest for guest in meeting.guests if guest.person_id == actor.person_id]
    return MinutesPage(
        whose_one(course_id), meeting, newest, versions[1:],
        [row for row in rows if row.id in made],
        list(rows) if leads else [],
        leads, leads or any(_takes(guest) for guest in mine),
        queries.reflections(meeting_id) if written is None else written,
        any(
            may_reflect(
                guest.part, was_there=bool(guest.was_there),
                is_held=meeting.state is MeetingState.HELD, is_out=is_out,
            )
            for guest in mine
        ),
        _may_get(course_id, meeting) if leads and newest and may_see(newest.state) else [],
        to_give(meeting, newest) if leads else [],
        without_paper(meeting, newest) if actor.is_citizen else [],
        since_mine(meeting_id) if newest is None else None,
        _read_before(actor, course_id, newest) if leads and newest else [],
    )  # fmt: skip


def _may_get(course_id: UUID, meeting: MeetingView) -> list[GuestRow]:
    reads = {one.person for one in readers(course_id, about=meeting.id)}
    return [guest for guest in meeting.guests if may_get(guest.person_id, reads)]


def _takes(guest: GuestRow) -> bool:
    return makes_draft(guest.part, was_there=bool(guest.was_there), is_guest=guest.is_guest)


def _read_before(actor: Actor, course_id: UUID, row: MinutesRow) -> list[LookRow]:
    """A page is logged, not a line: whoever opened minutes of the course while it stood there."""
    covered = [(one.stood_since, one.on) for one in row.covers if one.stood_since]
    found = {
        look.who: look
        for look in reversed(looks(course_id, limit=200) if covered else [])
        if look.what in SHOWS_MINUTES and any(since <= look.at <= on for since, on in covered)
    }
    found.pop(actor.name, None)
    return sorted(found.values(), key=lambda one: one.at, reverse=True)


@dataclass(frozen=True)
class PlanSheet:
    """The goal and agreement sheet (mål- og aftaleskema, S004 §5.3)."""

    whose: WhoseCourse
    plan: Plan
    next_meeting: MeetingRow | None
    in_place: dict[AgreementId, InPlace]
    """Who follows up, and who takes over, where the one a promise names is not there."""


def look_at_plan_sheet(actor: Actor, course_id: UUID) -> PlanSheet:
    """The whole plan for the printer; the look says so."""
    whole(actor, course_id, "Mål- og aftaleskema (print)", LookKind.PRINT)
    seen, team = plan.plan_of(course_id), {one.person_id for one in plan.team_of(course_id)}
    return PlanSheet(
        whose_one(course_id), seen, queries.next_meeting(course_id),
        in_place(course_id, seen.agreements, team),
    )  # fmt: skip
