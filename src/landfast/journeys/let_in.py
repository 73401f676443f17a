"""Somebody is let in to read for the citizen, from their place on her map or from no place (F2)."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import actions as consent
from landfast.consent.actions import Proxying
from landfast.consent.proxies import ProxyRow, proxies
from landfast.course.actions.phases import locked
from landfast.journeys.read_for import see_proxies
from landfast.kernel.refusals import NotFound
from landfast.network.queries import RelationRow, relations
from landfast.network.rules.telling import check_may_be_let_in


def see_naming(actor: Actor, course_id: UUID, relation_id: UUID | None = None) -> str:
    """Before somebody is let in: the name she gave them, where she came from their place."""
    see_proxies(actor, course_id)
    return _on_map(course_id, relation_id).name if relation_id else ""


@journey
def let_in(
    *, actor: Actor, course_id: UUID, said: Proxying, relation_id: UUID | None = None,
    before: UUID | None = None,
) -> UUID:  # fmt: skip
    """Who reads for her keeps the key to their place on her map; a name is no key.

    `before`: the same person as then, at the place they had if it is there still.
    """
    require(actor, Permission.PROXY_NAME, course=course_id)
    locked(course_id)
    place = relation_id or (_place_then(course_id, before) if before else None)
    if place:
        check_may_be_let_in(is_untold=_on_map(course_id, place).is_untold)
    return consent.name_proxy(
        actor=actor, course_id=course_id, said=said, place=place, before=before
    )


def _place_then(course_id: UUID, proxy_id: UUID) -> UUID | None:
    place = _then(proxies(course_id), proxy_id).place
    return place if any(row.id == place for row in relations(course_id)) else None


def see_again(actor: Actor, course_id: UUID, proxy_id: UUID) -> ProxyRow:
    """Before the same person is let in anew: what they had then."""
    return _then(see_proxies(actor, course_id).rows, proxy_id)


def _then(rows: list[ProxyRow], proxy_id: UUID) -> ProxyRow:
    found = next((row for row in rows if row.id == proxy_id), None)
    if found is None:
        raise NotFound
    return found


def _on_map(course_id: UUID, relation_id: UUID) -> RelationRow:
    found = next((row for row in relations(course_id) if row.id == relation_id), None)
    if found is None:
        raise NotFound
    return found
