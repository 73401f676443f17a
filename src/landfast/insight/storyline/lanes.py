"""Which lane something belongs in: from the sectors, else from the roles of those in it."""

from collections.abc import Iterable

from landfast.insight.storyline.shapes import Lane
from landfast.people.rules import roles

_OF_SECTOR = {
    "coordination": Lane.COORDINATION, "meeting_role": Lane.COORDINATION,
    "citizen": Lane.CITIZEN, "private": Lane.CLOSEST,
    "psychiatry": Lane.PSYCHIATRY,
    "primary_care": Lane.HEALTH, "somatic": Lane.HEALTH, "muni_health": Lane.HEALTH,
    "prehospital": Lane.HEALTH,
    "muni_social": Lane.SOCIAL, "muni_housing": Lane.SOCIAL, "muni_family": Lane.SOCIAL,
    "muni_substance": Lane.SOCIAL,
    "muni_employment": Lane.WORK, "muni_education": Lane.WORK, "education": Lane.WORK,
    "work": Lane.WORK,
}  # fmt: skip


def of_sectors(sectors: Iterable[str]) -> tuple[Lane, ...]:
    """The lanes of these sectors, in their order; a sector that nobody knows is one of others."""
    found = {_OF_SECTOR.get(sector, Lane.OTHERS) for sector in sectors if sector}
    return tuple(lane for lane in Lane if lane in found)


def of_roles(codes: Iterable[str]) -> tuple[Lane, ...]:
    """The lanes of these roles."""
    known = roles()
    return of_sectors(known[code].sector for code in codes if code in known)


def lanes_of(sectors: Iterable[str], codes: Iterable[str]) -> tuple[Lane, ...]:
    """Where something lies: by sector; else by who was in it; else it is the citizen's alone."""
    return of_sectors(sectors) or of_roles(codes) or (Lane.CITIZEN,)
