"""The outbox: what happened becomes deliveries, and deliveries leave."""

from landfast.jobs import digital_post, invitations, outside_post, record_post
from landfast.jobs.ways import send
from landfast.login.actions import resets
from landfast.messages import actions, queries
from landfast.messages.rules import DeliveryState

BATCH = 500


def empty() -> dict[DeliveryState, int]:
    """Read all new events, then send all that may leave now; how many people by what came of it."""
    actions.offer_reset(person_ids=resets.wishes())
    while actions.collect(BATCH) == BATCH:
        pass
    counted = invitations.send()
    for person_id in queries.handed():
        actions.take_receipts(person_id=person_id, read=digital_post.read)
    for person_id in queries.due():
        state = actions.deliver(person_id=person_id, send=send)
        if state is not None:
            counted[state] = counted.get(state, 0) + 1
    for state, many in record_post.empty().items():
        counted[state] = counted.get(state, 0) + many
    for state in outside_post.empty():
        counted[state] = counted.get(state, 0) + 1
    return counted
