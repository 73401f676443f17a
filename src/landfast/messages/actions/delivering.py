"""What waits for one person leaves as one message, by the first way that takes it."""

from collections.abc import Callable

from landfast.access.action import action
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId
from landfast.messages import models, rules
from landfast.messages.actions.ending import end, put_off, still_theirs, try_again
from landfast.messages.actions.own import code_for
from landfast.messages.actions.pushing import to_screens
from landfast.messages.actions.reaching import address_of, ready, with_devices, without_page
from landfast.messages.actions.receipts import hand
from landfast.messages.rules import DeliveryState, Failure, Message, Purpose, Way
from landfast.messages.rules.urgent import is_still_urgent, may_leave_urgent
from landfast.people import queries as people

Send = Callable[[Message], Failure | None]
"""Sends one message: what went wrong, or None when it left."""
CHECKED = frozenset({Purpose.NEWS, Purpose.URGENT})


@action(asks=False, tells=False)
def deliver(*, person_id: PersonId, send: Send) -> DeliveryState | None:
    """Send what waits for one person as one message; None when it is not its time yet.

    For the clock's jobs: the row of the channel is held while the message leaves, so that two
    of them never write to the same person at once. A process that is killed in between
    sends it again: a message that says nothing may come twice.
    """
    held = with_devices().select_for_update(skip_locked=True, of=("self",))
    channel = held.filter(person_id=person_id).first()
    if channel is None:
        return None
    waiting = _waiting(person_id)
    if all(row.next_try_at > now() for row in waiting):
        return None
    _cool(waiting)
    purpose = _what_may_leave(channel, waiting)
    if purpose is None:
        put_off(waiting, rules.look_again(now(), _hours(channel)))
        return None
    chosen = [row for row in waiting if row.purpose == purpose]
    ways = rules.ways_for(purpose, Way(channel.way), ready(channel))
    if any(row.handed_at for row in chosen):
        ways = rules.but_post(ways) or ways
    if not any(address_of(channel, way) for way in ways):
        return _nowhere(person_id, purpose, chosen)
    if purpose in CHECKED and not still_theirs(person_id, chosen):
        return DeliveryState.TAKEN_BACK
    return _send(channel, purpose, chosen, ways, send)


@action(asks=False, tells=False)
def stumble(*, person_id: PersonId) -> DeliveryState | None:
    """A message that could not even be made: later, each time later, then given up."""
    waiting = _waiting(person_id)
    return try_again(waiting, Failure.OTHER) if waiting else None


def _nowhere(person_id: PersonId, purpose: Purpose, rows: list[models.Delivery]) -> DeliveryState:
    """No way is open any more: it stands on their page, or a person says it."""
    if purpose not in CHECKED or not without_page({person_id}):
        return end(rows, DeliveryState.DROPPED)
    for row in rows:
        row.state, row.purpose = DeliveryState.BY_WORD, Purpose.NEWS
    models.Delivery.objects.bulk_update(rows, ["state", "purpose"])
    return DeliveryState.BY_WORD


def _waiting(person_id: PersonId) -> list[models.Delivery]:
    """What one message takes along: also what was put off, or is tried again a little later."""
    return list(
        models.Delivery.objects.filter(
            person_id=person_id, state=DeliveryState.WAITING,
            next_try_at__lte=now() + rules.LOOK_AGAIN,
        )
    )  # fmt: skip


def _send(
    channel: models.Channel, purpose: Purpose, rows: list[models.Delivery],
    ways: tuple[Way, ...], send: Send,
) -> DeliveryState:  # fmt: skip
    """By the first way that takes it; the next where one refuses for good or was tried out."""
    first = min(rows, key=lambda row: row.id)
    is_last = rules.next_try(max(row.tries for row in rows) + 1, now()) is None
    failure: Failure | None = None
    for way in ways:
        for row in rows:
            row.way = way
        message = Message(
            first.id, way, purpose, PersonId(channel.person_id), address_of(channel, way),
            is_neutral=channel.is_neutral,
            code=code_for(channel) if purpose is Purpose.PHONE else "",
        )  # fmt: skip
        failure = to_screens(message, send) if way is Way.PUSH else send(message)
        if failure is None or not (is_last or rules.is_for_good(failure)):
            break
    if failure is not None:
        return try_again(rows, failure)
    if purpose is Purpose.NEWS:
        channel.last_sent_on = today()
        channel.save(update_fields=["last_sent_on"])
    return hand(rows, first.id) if way is Way.POST else end(rows, DeliveryState.SENT)


def _cool(waiting: list[models.Delivery]) -> None:
    """What was urgent and could not leave in time is news from now on: the daily message."""
    for row in waiting:
        if row.purpose == Purpose.URGENT and not is_still_urgent(
            now(), row.created_at, row.about_at
        ):
            row.purpose = Purpose.NEWS
            row.save(update_fields=["purpose"])


def _what_may_leave(channel: models.Channel, waiting: list[models.Delivery]) -> Purpose | None:
    purposes = {row.purpose for row in waiting}
    at_once = next((one for one in rules.AT_ONCE if one in purposes), None)
    if at_once:
        return at_once
    hours = _hours(channel)
    is_away = PersonId(channel.person_id) in people.away([channel.person_id])
    urgent = [row.about_at for row in waiting if row.purpose == Purpose.URGENT]
    if any(may_leave_urgent(now(), hours, about, is_away=is_away) for about in urgent):
        return Purpose.URGENT
    may = rules.may_leave(now(), hours, channel.last_sent_on, is_away=is_away)
    return Purpose.NEWS if may else None


def _hours(channel: models.Channel) -> rules.Hours:
    return rules.Hours(channel.quiet_from, channel.quiet_until)
