"""Who sits in a circle is asked to its next meeting, and answers (C4)."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_staff
from landfast.circles import models
from landfast.circles.rules import answering as rules
from landfast.circles.rules.standing import SittingState
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import Through


def ask(sitting_id: UUID, *, anew: bool) -> None:
    """Everybody who sits there gets an invitation; a new time asks everybody again."""
    with connection.cursor() as cursor:
        cursor.execute("select circles_ask(%s, %s)", [sitting_id, anew])


@action
def answer(*, actor: Actor, sitting_id: UUID, reply: Reply, reason: str = "") -> None:
    """One's own answer, on the page; who leads hears of a no at once."""
    require_staff(actor)
    row = (
        models.Invite.objects.select_for_update(of=("self",))
        .select_related("sitting", "circle")
        .filter(sitting_id=sitting_id, person_id=actor.person_id)
        .first()
    )
    if row is None:
        raise NotFound
    rules.check_ahead(SittingState(row.sitting.state), row.sitting.starts_at, now())
    rules.check_answer(reply, reason)
    row.reply, row.replied_at, row.reply_through = reply, now(), Through.PAGE
    row.reply_reason = reason.strip() if reply is Reply.DECLINED else ""
    row.save(update_fields=["reply", "replied_at", "reply_through", "reply_reason"])
    told = row.circle.leader_id if reply is Reply.DECLINED else None
    record(actor, "circle.answered", row, circle=row.circle_id, reply=reply, to=told)


@action
def try_again(*, actor: Actor, invite_id: UUID) -> None:
    """A letter that was given up is tried again, by who keeps the circle."""
    require_staff(actor)
    row = models.Invite.objects.filter(id=invite_id).first()
    with connection.cursor() as cursor:
        cursor.execute("select circles_try_again(%s)", [invite_id])
        (done,) = cursor.fetchone()
    if row is None or not done:
        raise NotFound
    record(actor, "circle.letter_again", row, circle=row.circle_id)
