"""Minutes that were sent to somebody, across citizens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.kernel.ids import CourseId, MeetingId
from landfast.meetings import models
from landfast.meetings.rules import MinutesState

LATE = timedelta(days=60)
"""Minutes that go out later than this after their meeting are found at the meeting itself."""
OpenCourses = Callable[[set[UUID]], None]
"""Logs the list of whose they are: before it nothing of them can be read."""


@dataclass(frozen=True)
class Sent:
    """Minutes that I was sent: of which meeting, when, and what was agreed there."""

    meeting_id: MeetingId
    course_id: CourseId
    held_at: datetime | None
    sent_at: datetime
    agreements: frozenset[UUID]


def sent_to(actor: Actor, since: datetime, opens: OpenCourses) -> list[Sent]:
    """Minutes sent to the actor since then, the newest first; three queries and the log."""
    seats = dict(
        models.Participant.objects.filter(
            person_id=actor.person_id, meeting__starts_at__gte=since - LATE
        )
        .order_by("id")
        .values_list("meeting_id", "course_id")
    )
    opens(set(seats.values()))
    rows = models.Minutes.objects.filter(
        meeting_id__in=seats, state=MinutesState.PUBLISHED, published_at__gte=since,
        recipients__contains=str(actor.person_id),
    ).select_related("meeting")  # fmt: skip
    found = list(rows.order_by("-published_at", "-id"))
    made: dict[UUID, set[UUID]] = {row.meeting_id: set() for row in found}
    agreed = models.MeetingAgreement.objects.filter(meeting_id__in=made, agreement__isnull=False)
    for meeting, agreement in agreed.order_by("id").values_list("meeting_id", "agreement_id"):
        made[meeting].add(agreement)
    return [
        Sent(
            MeetingId(row.meeting_id), CourseId(row.course_id), row.meeting.starts_at,
            row.published_at, frozenset(made[row.meeting_id]),
        )
        for row in found
        if row.published_at
    ]  # fmt: skip
