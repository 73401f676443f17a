"""What was handed over and is answered later: it arrived, or the next way is tried."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from landfast.access.action import action
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.messages import models, rules
from landfast.messages.actions.ending import end
from landfast.messages.actions.reaching import ready, with_devices
from landfast.messages.rules import DeliveryState, Failure, Purpose, Receipt, Way

Read = Callable[[UUID], Receipt | None]
ASKED_AFTER = timedelta(minutes=15)
WAITED_FOR = timedelta(days=3)


def hand(rows: list[models.Delivery], message: UUID) -> DeliveryState:
    """Taken by who carries it: what becomes of it is asked later."""
    for row in rows:
        row.state, row.failure, row.sent_as = DeliveryState.HANDED, "", message
        row.handed_at, row.next_try_at = now(), now() + ASKED_AFTER
    fields = ["state", "failure", "sent_as", "handed_at", "next_try_at", "way"]
    models.Delivery.objects.bulk_update(rows, fields)
    return DeliveryState.HANDED


@action(asks=False, tells=False)
def take_receipts(*, person_id: PersonId, read: Read) -> DeliveryState | None:
    """Ask what became of what one person was sent. For the clock's jobs.

    Nothing heard for three days since it was handed over: this message takes the next way. Only
    a no means that she takes no Digital Post.
    """
    held = with_devices().select_for_update(skip_locked=True, of=("self",))
    channel = held.filter(person_id=person_id).first()
    rows = models.Delivery.objects.filter(
        person_id=person_id, state=DeliveryState.HANDED, next_try_at__lte=now()
    ).order_by("id")
    oldest = rows.first()
    if channel is None or oldest is None or oldest.sent_as is None:
        return None
    same = list(rows.filter(sent_as=oldest.sent_as))
    said = read(oldest.sent_as)
    if said is Receipt.DELIVERED:
        return end(same, DeliveryState.SENT)
    if said is Receipt.REFUSED:
        return _refused(channel, same)
    if oldest.handed_at and now() - oldest.handed_at >= WAITED_FOR:
        return _next_way(channel, same, Failure.NO_SERVER)
    return _ask_later(same)


def _ask_later(rows: list[models.Delivery]) -> DeliveryState:
    for row in rows:
        row.next_try_at = now() + ASKED_AFTER
    models.Delivery.objects.bulk_update(rows, ["next_try_at"])
    return DeliveryState.HANDED


def _refused(channel: models.Channel, rows: list[models.Delivery]) -> DeliveryState:
    """She takes no Digital Post: it is not tried again before she chooses it anew."""
    channel.post_refused_at, channel.last_sent_on = now(), None
    channel.save(update_fields=["post_refused_at", "last_sent_on"])
    return _next_way(channel, rows, Failure.REFUSED_POST)


def _next_way(
    channel: models.Channel, rows: list[models.Delivery], failure: Failure
) -> DeliveryState:
    ways = rules.ways_for(Purpose(rows[0].purpose), Way(channel.way), ready(channel))
    others = rules.but_post(ways)
    for row in rows:
        row.state = DeliveryState.WAITING if others else DeliveryState.DEAD
        row.failure, row.next_try_at = failure, now()
        row.ended_at = None if others else now()
    models.Delivery.objects.bulk_update(rows, ["state", "failure", "next_try_at", "ended_at"])
    return DeliveryState(rows[0].state)
