"""Roles by where they work, so that one is found among fifty."""

from collections.abc import Iterable

from landfast.kernel.text import da
from landfast.people.rules.professions import Role, roles

PLACES: tuple[tuple[str, frozenset[str]], ...] = (
    (da("Familie, venner og foreninger"), frozenset({"citizen", "private", "civil_society"})),
    (
        da("Støtte, bolig og familie i kommunen"),
        frozenset(
            {"muni_social", "muni_housing", "muni_substance", "muni_family", "housing_private"}
        ),
    ),
    (
        da("Job, ydelse og skole"),
        frozenset({"muni_employment", "muni_education", "education", "work"}),
    ),
    (da("Psykiatri"), frozenset({"psychiatry"})),
    (
        da("Læge, sygehus og hjemmepleje"),
        frozenset({"primary_care", "muni_health", "somatic", "prehospital"}),
    ),
    (da("Politi og Kriminalforsorg"), frozenset({"justice"})),
    (
        da("Koordination, møder og ledelse"),
        frozenset({"coordination", "meeting_role", "management", "system"}),
    ),
)
"""Places as people speak of them, and the sectors of the roles' list (F1; D)."""


def by_place(among: Iterable[Role] | None = None) -> list[tuple[str, list[Role]]]:
    """Each place with its roles by name: one opens the place first (D)."""
    found = sorted(roles().values() if among is None else among, key=lambda role: role.name)
    return [(name, [one for one in found if one.sector in those]) for name, those in PLACES]
