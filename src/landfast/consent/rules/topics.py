"""Per topic: may be known, I tell it myself, or not to be shared (F1)."""

from collections.abc import Collection
from enum import StrEnum

from landfast.access.rules import TOPIC_NAMES, Topic
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


class TopicWord(StrEnum):
    """What the citizen says of a topic, whoever asks for it later."""

    KNOWN = "known"
    MYSELF = "myself"
    CLOSED = "closed"


TOPIC_WORDS: dict[TopicWord, str] = {
    TopicWord.KNOWN: da("Må gerne deles"),
    TopicWord.MYSELF: da("Det fortæller jeg selv"),
    TopicWord.CLOSED: da("Må ikke deles"),
}
KEPT_BACK = frozenset({TopicWord.MYSELF, TopicWord.CLOSED})
"""No share can cover such a topic; the database refuses its grant."""


def check_topic(topic: Topic) -> None:
    """A word is about one area of life, never about the whole."""
    if topic not in TOPIC_NAMES:
        raise Wrong("no_topic", da("Vælg et emne."), "topic")


def check_not_kept_back(topics: Collection[Topic], kept_back: Collection[Topic]) -> None:
    """What she tells herself or does not share is not shared along with something else."""
    if set(topics) & set(kept_back):
        raise NotNow(
            "kept_back",
            da("Et af emnerne må ikke deles nu. Lav det om først, eller fjern emnet."),
            "topics",
        )
