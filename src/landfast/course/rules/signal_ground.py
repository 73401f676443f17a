"""On which ground somebody records a sign (H1): the team, a topic, a meeting, or intake."""

from collections.abc import Collection
from enum import StrEnum

from landfast.access.rules import Topic
from landfast.course.rules.signal import SignalKind
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da


class SeenAs(StrEnum):
    """What the one who saw it is to the course."""

    TEAM = "team"
    TOPIC = "topic"
    MEETING = "meeting"
    INTAKE = "intake"


SEEN_AS_NAMES: dict[SeenAs, str] = {
    SeenAs.TEAM: da("med i teamet"),
    SeenAs.TOPIC: da("må læse om emnet"),
    SeenAs.MEETING: da("gæst på et møde"),
    SeenAs.INTAKE: da("ser på henvendelsen"),
}
"""Who it was, as the citizen and the team read it."""

SIGNAL_TOPICS: dict[SignalKind, Topic] = {
    SignalKind.SUICIDE: Topic.PSYCHIATRY,
    SignalKind.VERY_UNWELL: Topic.PSYCHIATRY,
    SignalKind.TURNED_AWAY: Topic.PSYCHIATRY,
    SignalKind.MEDICINE: Topic.PSYCHIATRY,
    SignalKind.SUBSTANCE: Topic.SUBSTANCE,
    SignalKind.NEGLECT: Topic.LIVING,
    SignalKind.HOME: Topic.HOUSING,
    SignalKind.HOMELESS: Topic.HOUSING,
    SignalKind.INCOME: Topic.ECONOMY,
    SignalKind.DROPOUT: Topic.WORK,
    SignalKind.SICK_LEAVE: Topic.WORK,
    SignalKind.CHILDREN: Topic.FAMILY,
    SignalKind.CARER: Topic.NETWORK,
    SignalKind.WORRY: Topic.NETWORK,
    SignalKind.EMERGENCY: Topic.CRIME,
}
"""The part of her life that a sign is about. Contact lost with one is no topic of another (0.5)."""


def kinds_carried(seen_as: SeenAs, topics: Collection[Topic]) -> list[SignalKind]:
    """What somebody may record: who reads by topic only signs of those topics."""
    if seen_as is not SeenAs.TOPIC:
        return list(SignalKind)
    return [kind for kind in SignalKind if SIGNAL_TOPICS.get(kind) in set(topics)]


def check_carried(kind: SignalKind, seen_as: SeenAs, topics: Collection[Topic]) -> None:
    """A sign outside the topics that one was let in to is told to the coordinator, not kept."""
    if kind not in kinds_carried(seen_as, topics):
        raise Wrong(
            "not_your_topic",
            da("Det emne er ikke delt med dig. Ring til koordinatoren, hvis du er bekymret."),
            "kind",
        )
