"""Roles by where they work."""

from landfast.people.rules import roles
from landfast.people.rules.sectors import PLACES, by_place


def test_every_role_stands_at_one_place():
    found = [role.code for _place, there in by_place() for role in there]
    assert sorted(found) == sorted(roles())
    assert len({name for name, _sectors in PLACES}) == len(by_place())
    assert all(there for _place, there in by_place())
