"""Which roles there are, what they are called, and what some of them decide."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from landfast.kernel.danish import filed_as


@dataclass(frozen=True)
class Role:
    """A role of `data/roles.json`: its code, Danish name and sector."""

    code: str
    name: str
    sector: str


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """All roles by code (domain F1, Rollekoder)."""
    rows = json.loads((files("landfast.people") / "data/roles.json").read_text("utf-8"))
    return {row["code"]: Role(row["code"], row["da"], row["sector"]) for row in rows}


def role_name(code: str) -> str:
    """The Danish name of a role; an unknown code is shown as it is, never hidden.

    Without the paragraph or example in brackets at its end: citizens read it too (look, Words).
    """
    role = roles().get(code)
    return role.name.split(" (", 1)[0] if role else code


SOUGHT_INSIDE = 4


def is_sought_inside(word: str) -> bool:
    """A short word is sought where a word begins: "Per" is no kontaktperson (D)."""
    return len(word) >= SOUGHT_INSIDE


NOT_EMPLOYED = frozenset({"citizen", "private", "housing_private", "meeting_role", "system"})
"""Sectors of those who are nobody's employees, or whom only who runs Landfast appoints."""


def employed_as() -> dict[str, str]:
    """Roles that somebody can be employed in, with their Danish names, in Danish order."""
    found = {code: role.name for code, role in roles().items() if role.sector not in NOT_EMPLOYED}
    return dict(sorted(found.items(), key=lambda pair: filed_as(pair[1])))


AUTHORITY_ROLES = frozenset(
    {"case_worker", "youth_case_worker", "coordinating_case_worker", "visitator",
     "benefits_officer", "jobcenter_worker", "family_case_worker"}
)  # fmt: skip
INCOME_ROLES = frozenset(
    {"benefits_officer", "jobcenter_worker", "coordinating_case_worker", "youth_case_worker"}
)
"""Who pays her income, or asks for work in return: whether she came, how she feels and who looked
must not become a ground to stop it (domain 0.5; which roles is D). Who supports her in a job, as
mentor or IPS, decides nothing."""


def decides_authority_matters(role: str) -> bool:
    """Does the role decide authority matters (myndighed)? (S004 §5.1, domain A11)."""
    return role in AUTHORITY_ROLES
