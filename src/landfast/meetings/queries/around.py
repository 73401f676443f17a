"""The last meeting and the next one of many courses, in few columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from landfast.kernel.clock import DENMARK, now
from landfast.kernel.ids import CourseId, MeetingId
from landfast.kernel.reading import IDS, INSTANT, Once
from landfast.meetings import models
from landfast.meetings.rules import MeetingState, MinutesState
from landfast.meetings.rules import minutes as minutes_rules


@dataclass(frozen=True)
class Near:
    """A meeting as a list across citizens names it."""

    id: MeetingId
    course_id: CourseId
    state: MeetingState
    starts_at: datetime | None
    place: str
    minutes_state: MinutesState | None


def _around(courses: list[UUID], morning: datetime) -> QuerySet[models.Meeting, tuple[object, ...]]:
    held = models.Meeting.objects.filter(state=MeetingState.HELD, course_id__any_of=courses)
    last = held.order_by("course_id", "-held_at", "-id").distinct("course_id").values("id")
    coming = Q(state=MeetingState.CALLED, starts_at__gte=morning) | Q(state=MeetingState.RUNNING)
    current = models.Minutes.objects.filter(
        meeting=OuterRef("pk"), state__in=minutes_rules.CURRENT
    ).order_by("-version")
    return (
        models.Meeting.objects.filter(Q(id__in=last) | coming, course_id__any_of=courses)
        .annotate(minutes_now=Subquery(current.values("state")[:1]))
        .order_by("starts_at", "id")
        .values_list("id", "course_id", "state", "starts_at", "place", "minutes_now")
    )


_AROUND = Once(_around, IDS, INSTANT)


def around(course_ids: Iterable[UUID]) -> tuple[dict[UUID, Near], dict[UUID, Near]]:
    """The last meeting held and the next one of each course, in one query for both.

    One that should have begun is next all day.
    """
    morning = now().astimezone(DENMARK).replace(hour=0, minute=0, second=0, microsecond=0)
    last: dict[UUID, Near] = {}
    ahead: dict[UUID, Near] = {}
    for key, course, state, starts, place, minutes in _AROUND(list(course_ids), morning):
        found = last if state == MeetingState.HELD else ahead
        written = MinutesState(minutes) if minutes else None
        found.setdefault(course, Near(key, course, MeetingState(state), starts, place, written))
    return last, ahead
