"""A citizen changes her wish: the words, and the figure if she likes, in one go."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.plan.actions import wishes


@dataclass(frozen=True)
class Shown:
    """What her page showed when she began."""

    words: str
    rating: int | None


@journey
def change_own_wish(
    *, actor: Actor, wish_id: UUID, words: str, rating: int | None, shown: Shown
) -> None:
    """Mit ønske: other words and a 0–10 of her own (domain 0.4); both or neither.

    Only what she has changed is written: what another window has saved meanwhile stays.
    """
    wishes.reword_wish(actor=actor, wish_id=wish_id, words=words, seen=shown.words)
    if rating != shown.rating:
        wishes.rate_wish(actor=actor, wish_id=wish_id, rating=rating)
