"""A telephone of one's own that shows a notice: put on, taken off (and so by its session's end)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_self
from landfast.kernel.clock import now
from landfast.messages import models
from landfast.messages.actions.own import mine
from landfast.messages.rules import Way, devices


@action
def add_device(
    *, actor: Actor, sitting_id: UUID, name: str, endpoint: str, key: bytes, secret: bytes,
    services: list[str],
) -> None:  # fmt: skip
    """Show news on this screen from now on. The same screen once more is the same row, renewed."""
    require_self(actor, actor.person_id)
    devices.check_endpoint(endpoint, services)
    devices.check_keys(key, secret)
    hers = models.Device.objects.filter(person_id=actor.person_id)
    found = hers.filter(endpoint=endpoint).first()
    row = found or models.Device(person_id=actor.person_id, endpoint=endpoint, created_at=now())
    row.sitting, row.name, row.key, row.secret = sitting_id, name[:60], key, secret
    row.save()
    if found:
        record(actor, "notices.device_renewed", row)
        return
    kept = hers.order_by("-created_at", "-id").values("id")[: devices.MOST]
    hers.exclude(id__in=kept).delete()
    channel = mine(actor)
    channel.way = Way.PUSH
    channel.save()
    record(actor, "notices.device_added", row)


@action
def remove_device(*, actor: Actor, device_id: UUID) -> None:
    """Nothing on that screen any more. With the last one goes the wish to be told so."""
    require_self(actor, actor.person_id)
    hers = models.Device.objects.filter(person_id=actor.person_id)
    hers.filter(id=device_id).delete()
    channel = mine(actor)
    if channel.way == Way.PUSH and not hers.exists():
        channel.way = Way.MAIL if channel.confirmed_at else Way.NONE
        channel.save()
    record(actor, "notices.device_removed", device=device_id)
