"""What became of Digital Post that was handed over: asked as long as the access point answers."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from landfast.interop.digitalpost import point
from landfast.interop.digitalpost.point import Said
from landfast.interop.https import NoAnswer, NoSecureLine
from landfast.jobs.digital_post import access_point
from landfast.messages import actions, queries
from landfast.messages.rules import Receipt

RECEIPTS = {Said.DELIVERED: Receipt.DELIVERED, Said.REFUSED: Receipt.REFUSED}


@dataclass
class Asking:
    """One round of questions."""

    is_answered: bool = True

    def read(self, message: UUID) -> Receipt | None:
        """What became of one that was handed over; None while nobody knows."""
        if not settings.LANDFAST_POST_URL:
            return Receipt.DELIVERED
        try:
            return RECEIPTS.get(point.receipt(access_point(), message))
        except (NoSecureLine, NoAnswer, OSError):
            self.is_answered = False
            return None


def ask() -> None:
    """Ask for each that is due. Without an answer the rest is left for the next round."""
    asking = Asking()
    for person_id in queries.handed():
        actions.take_receipts(person_id=person_id, read=asking.read)
        if not asking.is_answered:
            return
