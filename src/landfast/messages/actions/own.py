"""How one wants to be told, and the yes that an address or a number is one's own."""

from datetime import time, timedelta

from django.utils.crypto import constant_time_compare

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.links import digits
from landfast.access.queries import require_self
from landfast.kernel.clock import now
from landfast.kernel.phones import dialled
from landfast.messages import models, rules
from landfast.messages.rules import Purpose, Way, own


@action
def choose(
    *, actor: Actor, way: Way, address: str, quiet_from: time, quiet_until: time, phone: str = "",
    is_urgent: bool = False, is_neutral: bool = False,
) -> None:  # fmt: skip
    """Say how one wants to be told. A new address or number is asked whether it is right."""
    require_self(actor, actor.person_id)
    address = address.strip()
    rules.check_channel(
        way, address, rules.Hours(quiet_from, quiet_until), phone, is_urgent=is_urgent
    )
    row = mine(actor)
    is_new = row.address != address
    row.way, row.address, row.quiet_from, row.quiet_until = way, address, quiet_from, quiet_until
    row.post_refused_at = None  # chosen anew, it is tried anew
    row.is_urgent, row.is_neutral = is_urgent, is_neutral
    if is_new:
        row.confirmed_at = None
    asks_number = _take_number(actor, row, dialled(phone))
    row.save()
    if address and way is not Way.NONE and row.confirmed_at is None:
        own.check_may_ask_address(_asked_today(actor, Purpose.CONFIRM))
        _ask(actor, Purpose.CONFIRM)
    if asks_number:
        _ask(actor, Purpose.PHONE)
    record(
        actor, "notices.channel_chosen", row, way=way, new_address=is_new, new_number=asks_number,
        urgent=is_urgent,
    )  # fmt: skip


def mine(actor: Actor) -> models.Channel:
    """The actor's channel, held; a new one for who never chose."""
    row = models.Channel.objects.select_for_update().filter(person_id=actor.person_id).first()
    return row or models.Channel(person_id=actor.person_id, created_at=now())


def _take_number(actor: Actor, row: models.Channel, phone: str) -> bool:
    """Keep the number; is its owner to be asked? Taken away it is forgotten, and so is its yes."""
    if phone == row.phone and (not phone or row.phone_confirmed_at):
        return False
    row.phone, row.phone_confirmed_at, row.phone_tries = phone, None, 0
    row.phone_asked_at = now() if phone else None
    if phone:
        own.check_may_ask_number(_asked_today(actor, Purpose.PHONE))
    return bool(phone)


def _asked_today(actor: Actor, purpose: Purpose) -> int:
    day = now() - timedelta(days=1)
    asked = models.Delivery.objects.filter(person_id=actor.person_id, purpose=purpose)
    return asked.filter(created_at__gt=day).count()


def _ask(actor: Actor, purpose: Purpose) -> None:
    models.Delivery(
        person_id=actor.person_id, purpose=purpose, next_try_at=now(), created_at=now()
    ).save(force_insert=True)


@action
def confirm(*, actor: Actor, address: str) -> None:
    """The mail arrived, and the one who reads it is the one who chose it."""
    require_self(actor, actor.person_id)
    row = models.Channel.objects.select_for_update().filter(person_id=actor.person_id).first()
    rules.check_confirms(row.address if row else "", address)
    if row and row.confirmed_at is None:
        row.confirmed_at = now()
        row.save(update_fields=["confirmed_at"])
    record(actor, "notices.address_confirmed", row)


@action
def confirm_phone(*, actor: Actor, code: str) -> bool:
    """The SMS arrived: was the code right? A wrong one is counted, so it is no refusal."""
    require_self(actor, actor.person_id)
    row = mine(actor)
    own.check_code_holds(row.phone_asked_at, row.phone_tries, now())
    fits = constant_time_compare(code_for(row), code.strip().replace(" ", ""))
    row.phone_tries += 1
    if fits:
        row.phone_confirmed_at, row.phone_asked_at = now(), None
    row.save(update_fields=["phone_tries", "phone_confirmed_at", "phone_asked_at"])
    if fits:
        record(actor, "notices.number_confirmed", row)
    else:
        record(actor, "notices.wrong_code", row)
    return fits


def code_for(row: models.Channel) -> str:
    """The code that goes to the number that stands there now: of no use for the one before."""
    at = row.phone_asked_at.isoformat() if row.phone_asked_at else ""
    return digits(own.PHONE_CODE, str(row.person_id), row.phone, at)
