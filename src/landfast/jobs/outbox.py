"""The outbox: what happened becomes deliveries, and deliveries leave."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping

from landfast.jobs import invitations, outside_post, receipts, record_post
from landfast.jobs.ways import send
from landfast.kernel.ids import PersonId
from landfast.login.actions import resets
from landfast.messages import actions, queries
from landfast.messages.rules import DeliveryState

BATCH = 500
Counts = Mapping[DeliveryState, int]
log = logging.getLogger("landfast.jobs")


def empty() -> dict[DeliveryState, int]:
    """Read all new events, then send all that may leave now; how many people by what came of it.

    What became of what left before is asked last: nobody's message waits for an answer to that.
    A step that fails keeps none of the others back; it is logged, and tried again the next time.
    """
    counted: Counter[DeliveryState] = Counter()
    for step in (
        _offer_reset, _collect, _settle_by_word, invitations.send, _deliver_all,
        record_post.empty, _outside, receipts.ask,
    ):  # fmt: skip
        counted.update(_taken(step) or {})
    return dict(counted)


def _taken(step: Callable[[], Counts | None]) -> Counts | None:
    try:
        return step()
    except Exception:
        log.exception("outbox: a step failed; it is tried again")
        return None


def _offer_reset() -> None:
    actions.offer_reset(person_ids=resets.wishes())


def _collect() -> None:
    while actions.collect(BATCH) == BATCH:
        pass


def _settle_by_word() -> None:
    actions.settle_by_word()


def _deliver_all() -> Counts:
    states = (_deliver(person_id) for person_id in queries.due())
    return Counter(state for state in states if state is not None)


def _outside() -> Counts:
    return Counter(outside_post.empty())


def _deliver(person_id: PersonId) -> DeliveryState | None:
    """One person's message; one that cannot be made keeps nobody else's back, and is given up."""
    try:
        return actions.deliver(person_id=person_id, send=send)
    except Exception as error:
        log.error("a message could not be made: %s", type(error).__name__)  # no words of anybody
        return actions.stumble(person_id=person_id)
