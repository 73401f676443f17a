"""How long a purpose may be."""

from landfast.consent import rules
from tests.refusing import refused


def test_a_purpose_may_be_as_long_as_it_is_said():
    rules.check_purpose("x" * rules.PURPOSE_MAX)
    with refused("purpose_too_long", "helps_with"):
        rules.check_purpose("x" * (rules.PURPOSE_MAX + 1))
