"""The door's rules at their edges: who comes in by which identity, and when a code stands."""

from datetime import UTC, datetime

import pytest

from landfast.kernel.refusals import NotAllowed
from landfast.login import rules
from landfast.login.rules import Way
from tests.login.test_rules import realm

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_a_private_identity_is_no_employees_and_where_none_is_asked_each_will_do():
    asks = realm(identities=["professional"], identity_claim="kind")
    rules.check_identity(asks, {"kind": "professional"})
    rules.check_identity(realm(), {"kind": "private"})
    for claims in ({"kind": "private"}, {"kind": None}, {}):
        with pytest.raises(NotAllowed, match="passer ikke her"):
            rules.check_identity(asks, claims)


def test_where_the_provider_gives_no_roles_none_are_asked():
    assert rules.check_roles(realm(), {}, ["coordinator"]) == frozenset()


def test_a_privilege_that_is_no_text_is_none():
    assert rules.privileges([7, "a", "{spoilt"]) == {"a"}


@pytest.mark.parametrize("way", Way)
def test_a_start_password_is_changed_by_who_came_in_by_one(way):
    by_password = way in {Way.PASSWORD, Way.TWO_STEPS}
    assert rules.needs_new_password(way, NOON) is by_password
    assert rules.needs_new_password(way, None) is False


@pytest.mark.parametrize(
    ("fits", "last", "step"),
    [(9, 0, 9), (10, 0, 10), (11, 0, 11), (8, 0, None), (12, 0, None), (9, 9, None), (10, 10, None),
     (11, 10, 11)],
)  # fmt: skip
def test_a_code_stands_one_step_before_to_one_after_and_once(fits, last, step):
    assert rules.accepted_step(10, last, {fits: True}) == step
