"""What the talk about wishes, hopes and dreams leaves in her profile (S004 §5.1, product A3)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.actions.profile import check_seen, write
from landfast.course.rules import profile as rules


@action
def say_strengths(
    *, actor: Actor, course_id: UUID, strengths: str, worked: str, seen: str | None = None
) -> None:
    """What she is good at, and what has helped before (styrker)."""
    require(actor, Permission.PROFILE_WRITE, course=course_id)
    rules.check_strengths(strengths, worked)
    check_seen(course_id, seen, ("strengths", "worked"))
    row = write(course_id, strengths=strengths.strip(), worked=worked.strip())
    record(actor, "profile.written", row)


@action
def say_statement(
    *, actor: Actor, course_id: UUID, statement: str, seen: str | None = None
) -> None:
    """The personal statement (personligt udsagn)."""
    require(actor, Permission.PROFILE_WRITE, course=course_id)
    rules.check_statement(statement)
    check_seen(course_id, seen, ("statement",))
    record(actor, "profile.written", write(course_id, statement=statement.strip()))


@action(tells=False)
def leave_talk_at(*, actor: Actor, course_id: UUID, place: str) -> None:
    """The talk goes on there another day. A bookmark is no history, so it leaves no event."""
    require(actor, Permission.PROFILE_WRITE, course=course_id)
    write(course_id, talk_at=place)
