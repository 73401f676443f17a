"""Who is good to have beside those who already help: `should` of the table, and needs that meet."""

from collections.abc import Collection
from dataclasses import dataclass

from landfast.programmes.rules import NeedArea, need_roles


@dataclass(frozen=True)
class Beside:
    """Roles to think of for a need, and the other need that they come from, if there is one."""

    need: NeedArea
    roles: frozenset[str]
    meets: NeedArea | None = None


def good_beside(needs: Collection[NeedArea], present: Collection[str]) -> list[Beside]:
    """Roles to think of that nobody holds: for one need, or since two needs meet (domain F1).

    Where another open need is helped by a role to think of, both belong at one table, and only
    that role will do (samtidig psykiatri og rusmidler). She answers as for a seat.
    """
    found = [_beside(need, needs, set(present)) for need in needs if need in need_roles()]
    return [one for one in found if one is not None]


def _beside(need: NeedArea, needs: Collection[NeedArea], present: set[str]) -> Beside | None:
    table = need_roles()
    should = table[need].should
    for other in needs:
        both = should & table[other].any_of if other in table and other is not need else set()
        if both and not both & present:
            return Beside(need, frozenset(both), other)
    return None if should & present or not should else Beside(need, should)
