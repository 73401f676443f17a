"""Every rule there is, in the order of the catalogue (domain F2)."""

from landfast.redthread.rules import about_seats, about_signs, about_stays, about_us
from landfast.redthread.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *about_us.RULES, *about_seats.RULES, *about_signs.RULES, *about_stays.RULES,
)  # fmt: skip
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def rule_of(code: str) -> Rule:
    """The rule of a finding's code; one with a need is the one of empty seats."""
    return BY_CODE.get(code) or BY_CODE["MA-NEED"]
