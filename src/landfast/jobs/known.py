"""Who could lawfully know of what a case file tells: for `marks.py`, and for no rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from landfast.redthread.casefile import Case, CaseEvent
from landfast.redthread.casefile.shape import ConsentStatus
from landfast.redthread.rules.facts import sector_of

TWO = 2
NO_UNIT = frozenset({"", "citizen", "private", "coordination", "meeting_role", "management"})
"""Sectors in which no unit of its own stands behind a role."""
Units = frozenset[str]
"""By sector: a case file names roles, not houses."""


@dataclass(frozen=True)
class Known:
    """Which units know of an event, who was in the course then, and whether it was seen there."""

    to: Units
    members: Units
    in_course: bool


def known_of(case: Case) -> dict[str, Known]:
    """By event: the units of those who took part, and who reads along in the course by her yes."""
    members: Units = frozenset()
    result = {}
    for event in case.events:
        own = units_of(event.involved)
        members = _members(members, event, own)
        # an outcome that names nobody tells how the course stands
        in_course = bool(own & members) or (event.type == "outcome" and not own and bool(members))
        result[event.id] = Known(own | members if in_course else own, members, in_course)
    return result


def units_of(roles: Iterable[str]) -> Units:
    """The units behind roles; she and those close to her are none."""
    return frozenset(map(sector_of, roles)) - NO_UNIT


def _members(before: Units, event: CaseEvent, own: Units) -> Units:
    """Who is in the course after an event: sat together, was told with her yes, or no more."""
    said_no = {one.to for one in event.consents if one.status is not ConsentStatus.GIVEN}
    joined = own if event.type == "meeting" and len(own) >= TWO else frozenset()
    for said in event.consents:
        if said.status is ConsentStatus.GIVEN:
            joined |= units_of([said.to, said.from_role or ""])
    return (before - units_of(said_no)) | joined
