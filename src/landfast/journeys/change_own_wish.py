"""A citizen changes her wish: the words, and the figure if she likes, in one go."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.plan.actions import wishes


@journey
def change_own_wish(*, actor: Actor, wish_id: UUID, words: str, rating: int | None) -> None:
    """Mit ønske: other words and a 0–10 of her own (domain 0.4); both or neither."""
    wishes.reword_wish(actor=actor, wish_id=wish_id, words=words)
    wishes.rate_wish(actor=actor, wish_id=wish_id, rating=rating)
