"""Her word on a topic: may be known, I tell it myself, do not share (F1)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import end_grants, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.consent import models, rules
from landfast.consent.actions.by_law import end_reading
from landfast.consent.actions.sharing import end_share
from landfast.consent.actions.team import BY_TOPIC
from landfast.consent.rules import ConsentState, TopicWord
from landfast.course.actions.phases import locked
from landfast.kernel.clock import now


@action
def say_of_topic(*, actor: Actor, course_id: UUID, topic: Topic, word: TopicWord) -> None:
    """From this second nobody outside the team reads about a topic that she keeps back.

    Neither by a share nor on a ground in law: what covered it is narrower (decisions 15, 17).
    """
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_topic(topic)
    locked(course_id)
    said = models.SaidOfTopic.objects.filter(course_id=course_id, topic=topic, ended_at=None)
    said.update(ended_at=now())
    row = models.SaidOfTopic(
        course_id=course_id, topic=topic, word=word, said_at=now(),
        recorded_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    narrowed = _narrow(actor, course_id, topic) if word in rules.KEPT_BACK else []
    record(actor, "consent.topic_said", row, topic_said=topic, word=word, narrowed=narrowed)


def _narrow(actor: Actor, course_id: UUID, topic: Topic) -> list[UUID]:
    shared = models.Share.objects.filter(course_id=course_id, state=ConsentState.GIVEN)
    lawful = models.ByLaw.objects.filter(course_id=course_id, ended_at=None, ends_at__gt=now())
    running: list[models.Share | models.ByLaw] = [*shared.order_by("id"), *lawful.order_by("id")]
    covers = [row for row in running if topic.value in row.topics]
    for row in covers:
        if row.topics == [topic.value]:
            _end(actor, row)
            continue
        at = row.topics.index(topic.value)  # a grant per topic, in their order
        end_grants(actor, course=course_id, roles=BY_TOPIC, only=[row.grants[at]])
        row.topics, row.grants = _without(row.topics, at), _without(row.grants, at)
        row.save(update_fields=["topics", "grants"])
    return [row.id for row in covers]


def _end(actor: Actor, row: models.Share | models.ByLaw) -> None:
    if isinstance(row, models.ByLaw):
        end_reading(actor, row)
    else:
        end_share(actor, row, ConsentState.WITHDRAWN)


def _without(items: list[str], at: int) -> list[str]:
    return items[:at] + items[at + 1 :]
