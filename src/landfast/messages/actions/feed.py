"""One's own meetings behind an address: made and closed (C6)."""

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_self
from landfast.kernel.clock import now
from landfast.messages import models, rules


@action
def open_feed(*, actor: Actor) -> str:
    """Make the address of one's own calendar feed; the one before opens nothing any more (C6)."""
    require_self(actor, actor.person_id)
    row = models.Channel.objects.select_for_update().filter(person_id=actor.person_id).first()
    row = row or models.Channel(person_id=actor.person_id, created_at=now())
    key = rules.new_feed_key()
    row.feed_digest, row.feed_since = rules.digest_of(key), now()
    row.save()
    record(actor, "notices.feed_opened", row)
    return key


@action
def close_feed(*, actor: Actor) -> None:
    """Nobody reads one's meetings by an address any more."""
    require_self(actor, actor.person_id)
    models.Channel.objects.filter(person_id=actor.person_id).update(feed_digest="", feed_since=None)
    record(actor, "notices.feed_closed")
