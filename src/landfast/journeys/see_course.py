"""One course as professionals meet it, with its next meeting."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.page import CoursePage, full_page
from landfast.meetings.queries import MeetingRow, next_meeting


def see_course(actor: Actor, course_id: UUID) -> tuple[CoursePage, MeetingRow | None]:
    """The page (the look is logged) and the meeting ahead; a frame has no meetings."""
    shown = full_page(actor, course_id)
    return shown, next_meeting(course_id) if shown.view.whole else None
