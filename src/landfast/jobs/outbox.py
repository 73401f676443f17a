"""The outbox: what happened becomes deliveries, and deliveries leave."""

import logging

from landfast.jobs import invitations, outside_post, receipts, record_post
from landfast.jobs.ways import send
from landfast.kernel.ids import PersonId
from landfast.login.actions import resets
from landfast.messages import actions, queries
from landfast.messages.rules import DeliveryState

BATCH = 500
log = logging.getLogger("landfast.jobs")


def empty() -> dict[DeliveryState, int]:
    """Read all new events, then send all that may leave now; how many people by what came of it.

    What became of what left before is asked last: nobody's message waits for an answer to that.
    """
    actions.offer_reset(person_ids=resets.wishes())
    while actions.collect(BATCH) == BATCH:
        pass
    actions.settle_by_word()
    counted = invitations.send()
    for person_id in queries.due():
        state = _deliver(person_id)
        if state is not None:
            counted[state] = counted.get(state, 0) + 1
    for state, many in record_post.empty().items():
        counted[state] = counted.get(state, 0) + many
    for state in outside_post.empty():
        counted[state] = counted.get(state, 0) + 1
    receipts.ask()
    return counted


def _deliver(person_id: PersonId) -> DeliveryState | None:
    """One person's message; one that cannot be made keeps nobody else's back, and is given up."""
    try:
        return actions.deliver(person_id=person_id, send=send)
    except Exception as error:
        log.error("a message could not be made: %s", type(error).__name__)  # no words of anybody
        return actions.stumble(person_id=person_id)
