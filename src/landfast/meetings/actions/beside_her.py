"""Interpreter, own lines, and the points that she agreed to (C2)."""

from collections.abc import Collection
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self
from landfast.access.rules import Permission
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.actions.locking import comes, locked
from landfast.meetings.rules import Attends, MeetingState, beside_her, preparing


@action
def book_interpreter(*, actor: Actor, meeting_id: UUID, who: str) -> None:
    """The interpreter is booked, for this meeting and its time (tolk)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    beside_her.check_books(meeting.interpreter, who)
    meeting.interpreter_who = who.strip()
    meeting.save(update_fields=["interpreter_who"])
    record(actor, "meeting.interpreter_booked", meeting, language=meeting.interpreter)


@action
def write_own_line(
    *, actor: Actor, participant_id: UUID, task: str, limit: str = "", promise: str = ""
) -> None:
    """My task here, my limit, what I can promise; only for oneself (S001 KE3, domain A9)."""
    row = models.Participant.objects.select_related("meeting").filter(id=participant_id).first()
    if row is None or row.person_id is None:
        raise NotFound
    require(actor, Permission.MEETING_ANSWER, course=row.course_id)
    require_self(actor, row.person_id)
    beside_her.check_own_line(MeetingState(row.meeting.state), task, limit, promise)
    row.own_task, row.own_limit, row.can_promise = task.strip(), limit.strip(), promise.strip()
    row.save(update_fields=["own_task", "own_limit", "can_promise"])
    record(actor, "meeting.own_line_written", row, meeting=row.meeting_id)


@action
def agree_points(*, actor: Actor, meeting_id: UUID, points: Collection[UUID]) -> None:
    """I am not there; they may talk about these points, and nothing else (domain A3)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_not_over(MeetingState(meeting.state))
    there = set(meeting.themes.order_by("position").values_list("id", flat=True))
    beside_her.check_points(Attends.POINTS, points, there)
    meeting.themes.filter(id__in=list(points)).update(is_agreed=True)
    meeting.themes.exclude(id__in=list(points)).update(is_agreed=False)
    comes(meeting, Attends.POINTS)
    record(
        actor, "meeting.citizen_attends", meeting, attends=Attends.POINTS,
        points=len(there & set(points)), to=at_the_table(meeting),
    )  # fmt: skip


def at_the_table(meeting: models.Meeting) -> list[UUID]:
    """Those with a login who are asked to come."""
    rows = meeting.participants.exclude(person=None).order_by("position", "id")
    return list(rows.values_list("person_id", flat=True))
