"""On which ground somebody may record a sign of a course, and opening it as that."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import Part, open_part, open_record
from landfast.access.parts import my_parts
from landfast.access.queries import course_roles, shared_with
from landfast.access.roles import CourseRole, may_in_course
from landfast.access.rules import Permission, Topic
from landfast.course.queries.courses import course_page
from landfast.course.queries.names import part_courses, shared_courses
from landfast.course.rules.signal_ground import SeenAs
from landfast.kernel.refusals import NotFound

PAGE = "Tegn"
_WAYS = (
    (CourseRole.INTAKE, SeenAs.INTAKE), (CourseRole.RECIPIENT, SeenAs.TOPIC),
    (CourseRole.GUEST, SeenAs.MEETING),
)  # fmt: skip


@dataclass(frozen=True)
class SignGround:
    """What the actor is to the course, as far as signs go; None may record none."""

    course_id: UUID
    seen_as: SeenAs | None
    topics: tuple[Topic, ...] = ()
    meetings: tuple[UUID, ...] = ()
    """Those that one is a guest of, the last one let in to at the end."""

    @property
    def meeting_id(self) -> UUID | None:
        """The meeting that the look is logged at."""
        return self.meetings[-1] if self.meetings else None

    def opened(self, actor: Actor) -> str:
        """What the citizen is called, once the look is logged as what the actor is."""
        if self.seen_as is SeenAs.TOPIC:
            open_record(actor, self.course_id, PAGE, by_topic=True)
            found = shared_courses([self.course_id])
        elif self.seen_as is SeenAs.MEETING:
            open_part(actor, Part(self.course_id, CourseRole.GUEST, self.meeting_id), PAGE)
            found = part_courses(CourseRole.GUEST)
        else:
            return course_page(actor, self.course_id, PAGE).frame.called
        if self.course_id not in found:
            raise NotFound
        return found[self.course_id].name


def ground_of(actor: Actor, course_id: UUID) -> SignGround:
    """The nearest ground: the team, intake, a topic, a meeting."""
    roles = course_roles(actor, course_id)
    if may_in_course(roles, Permission.SIGNAL_RECORD):
        return SignGround(course_id, SeenAs.TEAM)
    seen_as = next((way for role, way in _WAYS if role in roles), None)
    topics: tuple[Topic, ...] = ()
    meetings: tuple[UUID, ...] = ()
    if seen_as is SeenAs.TOPIC:
        topics = next((row.topics for row in shared_with(actor) if row.course == course_id), ())
    if seen_as is SeenAs.MEETING:
        parts = my_parts(actor, CourseRole.GUEST)
        meetings = tuple(one.about for one in parts if one.course == course_id and one.about)
    return SignGround(course_id, seen_as, topics, meetings)
