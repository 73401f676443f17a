"""What becomes of a delivery: sent, tried again, given up, taken back."""

from datetime import datetime

from django.db import connection

from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.messages import models, rules
from landfast.messages.rules import DeliveryState, Failure
from landfast.network.queries.telling import untold_of


def still_theirs(person_id: PersonId, chosen: list[models.Delivery]) -> bool:
    """Is anything left to tell? What they may not read any more ends here, and is not sent (F1).

    Nor is what waits for somebody whom she has marked meanwhile as not to be told (G2).
    """
    events = [row.event_id for row in chosen if row.event_id]
    with connection.cursor() as cursor:
        cursor.execute("select notices_taken_back(%s, %s::uuid[], %s)", [person_id, events, now()])
        gone = {event for (event,) in cursor.fetchall()}
    gone |= {event for event, untold in untold_of(events).items() if person_id in untold}
    taken = [row for row in chosen if row.event_id in gone]
    end(taken, DeliveryState.TAKEN_BACK)
    chosen[:] = [row for row in chosen if row.event_id not in gone]
    return bool(chosen)


def end(rows: list[models.Delivery], state: DeliveryState) -> DeliveryState:
    """What became of them, for good."""
    for row in rows:
        row.state, row.ended_at, row.failure = state, now(), ""
    models.Delivery.objects.bulk_update(rows, ["state", "ended_at", "failure", "way"])
    return state


def put_off(rows: list[models.Delivery], until: datetime) -> None:
    """Not their time yet. They make room meanwhile: a round takes those who waited longest."""
    for row in rows:
        row.next_try_at = max(row.next_try_at, until)
    models.Delivery.objects.bulk_update(rows, ["next_try_at"])


def try_again(rows: list[models.Delivery], failure: Failure) -> DeliveryState:
    """Later, each time later; then given up and shown to who can act."""
    for row in rows:
        row.tries += 1
        row.failure = failure
        again = rules.next_try(row.tries, now())
        if again is None:
            row.state, row.ended_at = DeliveryState.DEAD, now()
        row.next_try_at = again or row.next_try_at
    models.Delivery.objects.bulk_update(
        rows, ["state", "ended_at", "failure", "tries", "next_try_at", "way"]
    )
    return DeliveryState(max(rows, key=lambda row: row.tries).state)
