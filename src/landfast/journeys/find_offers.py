"""Somebody looks for what there is (tilbud, J2): a citizen, a relative, a colleague, a stranger."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.own import own_courses
from landfast.directory.queries.offers import OfferRow, open_offer, open_offers
from landfast.directory.rules.offers import ranked
from landfast.programmes.rules import NEED_NAMES, NeedArea


@dataclass(frozen=True)
class Asked:
    """What is looked for; what is left open leaves nothing out."""

    words: str = ""
    area: NeedArea | None = None
    while_admitted: bool = False


@dataclass(frozen=True)
class Found:
    """The offers that answer, the best first; and the looker's own running course, if any."""

    rows: list[OfferRow]
    course_id: UUID | None


def find_offers(actor: Actor | None, asked: Asked) -> Found:
    """What answers the question. Nothing is kept of who asked what."""
    kept = [
        (row, _texts(row)) for row in open_offers()
        if (asked.area is None or asked.area in row.offer.needs)
        and (row.offer.while_admitted or not asked.while_admitted)
    ]  # fmt: skip
    return Found(ranked(kept, asked.words), _own_course(actor))


def wish_for(offer_id: UUID) -> tuple[OfferRow, NeedArea] | None:
    """An offer as the beginning of a wish, and the area it is about; None when it is gone."""
    row = open_offer(offer_id)
    if row is None:
        return None
    areas = (area for area in NeedArea if area in row.offer.needs)
    return row, next(areas, NeedArea.DAILY_LIVING)


def _own_course(actor: Actor | None) -> UUID | None:
    if actor is None or not actor.is_citizen:
        return None
    return next((one.id for one in own_courses(actor) if one.runs), None)


def _texts(row: OfferRow) -> tuple[str, ...]:
    """What is searched: the offer's words, whose it is, and the areas as citizens call them."""
    offer = row.offer
    areas = (NEED_NAMES[area] for area in NeedArea if area in offer.needs)
    return (offer.name, offer.does, offer.place, row.unit, row.organisation, *areas)
