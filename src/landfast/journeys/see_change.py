"""The daily lead opens a citizen's wish for another coordinator."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.queries.changing import ChangeRow, open_wish
from landfast.course.queries.courses import Offer, asked_since, open_offer
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da


@dataclass(frozen=True)
class Change:
    """The wish, and everybody who has been asked to take over since, the last one first."""

    wish: ChangeRow
    asked: list[Offer]

    @property
    def waiting(self) -> Offer | None:
        """The one whose answer is awaited: nobody else is asked before it has come."""
        return next((offer for offer in self.asked if offer.is_open), None)

    @property
    def answered(self) -> list[Offer]:
        """Those who said no, or were not asked after all."""
        return [offer for offer in self.asked if not offer.is_open]


def see_change(actor: Actor, course_id: UUID) -> Change:
    """The wish that waits for an answer; a wish that was answered or taken back is gone."""
    require(actor, Permission.COORDINATOR_APPOINT, course=course_id)
    open_record(actor, course_id, "Ønske om en anden koordinator")
    wish = open_wish(course_id)
    if wish is None:
        raise NotFound(
            "no_wish", da("Der er svaret, eller borgeren har taget det tilbage. Gå til forsiden.")
        )
    asked = asked_since(course_id, wish.asked_at)
    waiting = open_offer(course_id)  # asked before the citizen wished for it
    if waiting and all(offer.id != waiting.id for offer in asked):
        asked.append(waiting)
    return Change(wish, asked)
