"""The outbox: what happened becomes deliveries, and deliveries leave."""

from landfast.jobs import invitations, outside_post, receipts, record_post
from landfast.jobs.ways import send
from landfast.login.actions import resets
from landfast.messages import actions, queries
from landfast.messages.rules import DeliveryState

BATCH = 500


def empty() -> dict[DeliveryState, int]:
    """Read all new events, then send all that may leave now; how many people by what came of it.

    What became of what left before is asked last: nobody's message waits for an answer to that.
    """
    actions.offer_reset(person_ids=resets.wishes())
    while actions.collect(BATCH) == BATCH:
        pass
    counted = invitations.send()
    for person_id in queries.due():
        state = actions.deliver(person_id=person_id, send=send)
        if state is not None:
            counted[state] = counted.get(state, 0) + 1
    for state, many in record_post.empty().items():
        counted[state] = counted.get(state, 0) + many
    for state in outside_post.empty():
        counted[state] = counted.get(state, 0) + 1
    receipts.ask()
    return counted
