"""Reads of meetings and invitations."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from landfast.access.actor import Actor
from landfast.course.rules.states import OVER
from landfast.files import queries as files
from landfast.kernel.clock import DENMARK, date_in_denmark, now, today
from landfast.kernel.ids import CourseId, MeetingId, PersonId
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.forms import form_of
from landfast.meetings.queries.parts import as_it_stands, is_waiting, told_to_guest
from landfast.meetings.queries.shapes import (
    GuestRow,
    Invitation,
    MeetingRow,
    MeetingView,
    ThemeRow,
)
from landfast.meetings.rules import (
    Answers,
    Ended,
    MeetingState,
    MinutesState,
    Reply,
    Stage,
)
from landfast.meetings.rules import minutes as minutes_rules
from landfast.meetings.rules.dialogue import Place, can_reflect
from landfast.meetings.rules.easing import Offer, offers
from landfast.meetings.rules.formats import PROMISER, AgendaWhen, Citizen, Form
from landfast.meetings.rules.inviting import Through
from landfast.meetings.rules.preparing import size_of, size_with_one_more
from landfast.meetings.rules.who import At, Departs, Departure, departures
from landfast.people.rules import role_name
from landfast.plan import queries as plan


def meetings_of(course_id: UUID) -> list[MeetingRow]:
    """All meetings of a course, the newest first; those without a time on top."""
    return [_row(found) for found in _meetings().filter(course_id=course_id)]


def next_meeting(course_id: UUID) -> MeetingRow | None:
    """The next meeting that was called, or the one that runs now."""
    return next_meetings([course_id]).get(course_id)


def next_meetings(course_ids: Iterable[UUID]) -> dict[UUID, MeetingRow]:
    """The next meeting of each course, in one query. One that should have begun is next all day."""
    rows = _meetings().filter(_coming(), course_id__any_of=course_ids)
    return _first_of_each(rows.order_by("starts_at", "id"))


def _coming() -> Q:
    this_morning = now().astimezone(DENMARK).replace(hour=0, minute=0, second=0, microsecond=0)
    called = Q(state=MeetingState.CALLED, starts_at__gte=this_morning)
    return called | Q(state=MeetingState.RUNNING)


def _first_of_each(rows: Iterable[Any]) -> dict[UUID, MeetingRow]:
    found: dict[UUID, MeetingRow] = {}
    for row in rows:
        found.setdefault(row.course_id, _row(row))
    return found


def last_and_next(
    course_ids: Iterable[UUID],
) -> tuple[dict[UUID, MeetingRow], dict[UUID, MeetingRow]]:
    """The last meeting held and the next one of each course, in one query for both."""
    courses = list(course_ids)
    held = models.Meeting.objects.filter(
        state=MeetingState.HELD, course_id__any_of=courses
    ).exclude(ended=Ended.WITH_COURSE)
    last = held.order_by("course_id", "-held_at", "-id").distinct("course_id").values("id")
    rows = list(_meetings().filter(Q(id__in=last) | _coming(), course_id__any_of=courses))
    past = [row for row in rows if row.state == MeetingState.HELD]
    ahead = [row for row in rows if row.state != MeetingState.HELD]
    return (
        _first_of_each(past),
        _first_of_each(sorted(ahead, key=lambda row: (row.starts_at, row.id))),
    )


def _meetings() -> QuerySet[Any]:
    stands = models.Minutes.objects.filter(
        meeting=OuterRef("pk"), state__in=minutes_rules.STANDS
    ).order_by("-version")
    ended_since = models.Meeting.objects.filter(
        pk=OuterRef("pk"), course__changes__after__in=OVER, course__changes__at__gte=F("held_at")
    )
    return (
        models.Meeting.objects.select_related("format", "leader", "coming")
        .annotate(
            minutes_state=Subquery(stands.values("state")[:1]),
            course_has_ended=Exists(ended_since),
            theme_count=_count(models.Theme.objects.all()),
            guest_count=_count(models.Participant.objects.all()),
            answered=_count(models.Participant.objects.exclude(reply=Reply.ASKED)),
        )
        .order_by("-starts_at", "-id")
    )


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many of these each meeting has; themes joined with guests would multiply."""
    of_meeting = rows.filter(meeting=OuterRef("pk")).order_by().values("meeting_id")
    return Coalesce(Subquery(of_meeting.annotate(many=Count("id")).values("many")), 0)


def _row(row: Any) -> MeetingRow:
    return MeetingRow(
        MeetingId(row.id), CourseId(row.course_id), row.format.name, MeetingState(row.state),
        row.leader.name, row.starts_at, row.minutes_long, row.place, row.attends,
        row.theme_count, row.guest_count, row.answered, row.next_on,
        MinutesState(row.minutes_state) if row.minutes_state else None, row.ended,
        row.format.agenda_when != AgendaWhen.AT_START, row.frame_agreed_at is not None,
        PersonId(row.leader_id), row.held_at, _offers(row), row.created_at,
        row.course_has_ended, Citizen(row.format.citizen), row.cancelled_reason,
    )  # fmt: skip


def _offers(row: models.Meeting) -> tuple[Offer, ...]:
    """What could make it lighter."""
    shortest = row.format.shortest
    return tuple(offers(row.minutes_long, shortest, row.breaks, Answers(row.answers)))


def meeting(meeting_id: UUID, course_id: UUID | None = None) -> MeetingView:
    """One meeting as a whole. What is hidden, or of another course, does not exist."""
    rows = models.Meeting.objects.select_related("format", "leader", "coming").filter(id=meeting_id)
    row = (rows.filter(course_id=course_id) if course_id else rows).first()
    if row is None:
        raise NotFound
    return view_of(row)


def view_of(row: models.Meeting) -> MeetingView:
    """A meeting's row with its themes and people."""
    form = form_of(row.format)
    there = guests(row)
    departs = departs_of(row, form, there)
    staff = [guest for guest in there if guest.person_id and guest.person_id != row.leader_id]
    others = [guest for guest in there if guest.person_id != row.leader_id]
    return MeetingView(
        MeetingId(row.id), CourseId(row.course_id), form.code, form.name, form.agenda_before,
        form.output, MeetingState(row.state), Stage(row.stage), PersonId(row.leader_id),
        row.leader.name, row.starts_at, row.minutes_long, row.place, row.breaks, row.seating,
        row.speaks_first, row.not_to_talk_about, row.largest, Answers(row.answers),
        row.attends, *_own_words(row),
        row.represented_by, row.frame_agreed_at,
        row.closing_words, row.next_on, row.no_next_reason,
        [
            ThemeRow(
                theme.id, theme.words, theme.wish_id, theme.need, theme.is_agreed, theme.ended,
                theme.decides, theme.is_kept,
            )
            for theme in row.themes.order_by("position", "id")
        ],
        there, size_of(len(others), len(staff), row.largest),
        size_with_one_more(len(others), len(staff), row.largest),
        [one.about for one in departs if one.how is Departs.SOMEBODY_MISSING], form,
        form.reflects, form.speaks_responsibility, form.off_screen, row.ended,
        can_reflect([Place(g.id, g.is_professional, g.part) for g in others], form.reflects),
        row.responsibility, row.hand_up_at is not None, departs, row.chosen_because,
        row.departs_because, row.ground, row.ground_words, row.told_at, row.told_words,
        row.avoid_places, row.companion, row.interpreter, row.interpreter_who, _offers(row),
        row.held_at, row.started_at,
    )  # fmt: skip


def _own_words(row: models.Meeting) -> tuple[str, UUID | None]:
    """What she wants to be read or played instead: it says how she takes part as well."""
    if row.attends is None:
        return "", None
    return row.own_word, files.standing(row.own_sound_id)


def departs_of(row: models.Meeting, form: Form, there: list[GuestRow]) -> list[Departure]:
    """What departs from the format. Who leads has no seat, and asks unless another does (A12)."""
    at = [seat_of(one) for one in there if one.person_id != row.leader_id]
    starts_on = date_in_denmark(row.starts_at) if row.starts_at else None
    return departures(form, at, starts_on, today(), _promisers(row, form, there))


def seat_of(guest: GuestRow) -> At:
    """Somebody at the table as the rules of a format know them."""
    return At(guest.role, guest.part, guest.is_professional)


def _promisers(row: models.Meeting, form: Form, there: list[GuestRow]) -> int:
    """How many with an open agreement are not asked; counted where the format asks (M-11)."""
    if not any(PROMISER in must.roles for must in form.must):
        return 0
    come = {guest.person_id for guest in there} | {row.leader_id}
    made = (one for one in plan.plan_of(row.course_id).agreements if one.is_open and one.maker)
    return len({one.maker.id for one in made if one.maker} - come)


def guests(row: models.Meeting) -> list[GuestRow]:
    """The people at the table, in the order she chose."""
    rows = row.participants.select_related("person", "relation").order_by("position", "id")
    return [_guest(one) for one in rows]


def _guest(row: models.Participant) -> GuestRow:
    if row.person:
        name, phone, role = row.person.name, row.person.phone, role_name(row.role)
    else:
        name, phone, role = row.relation.name, row.relation.phone, row.relation.is_to_me  # type: ignore[union-attr]
    return GuestRow(
        row.id, PersonId(row.person_id) if row.person_id else None, row.relation_id, name,
        row.role, role, phone, row.why, row.can_promise, Reply(row.reply), row.reply_reason,
        row.written_word, row.was_there, row.part, row.is_guest, row.own_task, row.own_limit,
        row.reply_through == Through.DUTY,
    )  # fmt: skip


def course_of(meeting_id: UUID) -> CourseId:
    """The course a meeting belongs to."""
    found = models.Meeting.objects.filter(id=meeting_id).values_list("course_id", flat=True).first()
    if found is None:
        raise NotFound
    return CourseId(found)


def invitations_of(actor: Actor) -> list[Invitation]:
    """Invitations to the actor, across citizens: called, and not yet over; the next first."""
    rows = models.Participant.objects.filter(
        person_id=actor.person_id, meeting__state=MeetingState.CALLED, meeting__starts_at__gte=now()
    ).select_related("meeting__format", "meeting__leader", "meeting__coming")
    return [_invitation(row) for row in rows.order_by("meeting__starts_at", "id")]


def _invitation(row: models.Participant) -> Invitation:
    about = row.meeting
    told = told_to_guest(about) if row.is_guest else as_it_stands(about)
    is_hers = about.format.citizen != Citizen.ABSENT
    return Invitation(
        row.id, MeetingId(about.id), CourseId(about.course_id), about.format.name,
        told.starts_at, told.minutes_long, told.place,
        about.leader.name, row.why,
        row.can_promise, Reply(row.reply), row.reply_reason, row.written_word, row.is_guest,
        row.own_task, row.own_limit, about.attends if is_hers else None,
        PersonId(about.leader_id),
        row.reply_through == Through.DUTY,
        PersonId(row.substitute_id) if row.substitute_id else None, is_waiting(about),
        told.moves,
    )  # fmt: skip
