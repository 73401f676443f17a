"""Own steps (egne skridt): not promises, so nothing here knows a date that must be kept (0.3)."""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.network import queries as network
from landfast.plan import models
from landfast.plan.rules import promise


@action
def add_step(
    *,
    actor: Actor,
    course_id: UUID,
    text: str,
    wish_id: UUID | None = None,
    relation_id: UUID | None = None,
    remind_on: date | None = None,
) -> UUID:
    """The citizen, or somebody close, would like to do something (vil gerne, domain 0.3)."""
    require(actor, Permission.WISH_WRITE, course=course_id)
    promise.check_words(text, promise.TEXT_MAX, "text", da("Skriv, hvad du gerne vil prøve."))
    promise.check_ahead(remind_on, today(), "remind_on")
    _check_belongs(course_id, wish_id, relation_id)
    step = models.OwnStep(
        course_id=course_id, wish_id=wish_id, relation_id=relation_id, text=text.strip(),
        remind_on=remind_on, written_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    step.save(force_insert=True)
    record(actor, "plan.step_added", step)
    return step.id


def _check_belongs(course_id: UUID, wish_id: UUID | None, relation_id: UUID | None) -> None:
    if (
        wish_id
        and not models.Wish.objects.filter(id=wish_id, course_id=course_id).order_by().exists()
    ):
        raise Wrong("no_such_wish", da("Ønsket findes ikke her. Vælg et andet."), "wish_id")
    named = {row.id for row in network.shared_relations(course_id)} if relation_id else set()
    if relation_id and relation_id not in named:
        raise Wrong("no_such_person", da("Vælg en af dem, borgeren har nævnt."), "relation_id")
