"""Her word on a topic: may be known, I tell it myself, do not share (F1)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import end_grants, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.consent import models, rules
from landfast.consent.actions.sharing import end_share
from landfast.consent.actions.team import BY_TOPIC
from landfast.consent.rules import ConsentState, TopicWord
from landfast.course.actions.phases import locked
from landfast.kernel.clock import now


@action
def say_of_topic(*, actor: Actor, course_id: UUID, topic: Topic, word: TopicWord) -> None:
    """From this second no share covers a topic that she keeps back; those that did are narrower."""
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
    running = models.Share.objects.filter(course_id=course_id, state=ConsentState.GIVEN)
    covers = [row for row in running.order_by("id") if topic.value in row.topics]
    for row in covers:
        if row.topics == [topic.value]:
            end_share(actor, row, ConsentState.WITHDRAWN)
            continue
        at = row.topics.index(topic.value)  # a grant per topic, in their order
        end_grants(actor, course=course_id, roles=BY_TOPIC, only=[row.grants[at]])
        row.topics, row.grants = _without(row.topics, at), _without(row.grants, at)
        row.save(update_fields=["topics", "grants"])
    return [row.id for row in covers]


def _without(items: list[str], at: int) -> list[str]:
    return items[:at] + items[at + 1 :]
