"""What an organisation chooses of its rules, and its ground for signs: no database."""

from dataclasses import fields

import pytest

from landfast.kernel.refusals import Wrong
from landfast.redthread.rules.catalogue import BY_CODE
from landfast.redthread.rules.choosing import LIVED, check_figure, check_ground, chosen
from landfast.redthread.rules.groups import grouped
from landfast.redthread.rules.ledger import findings
from landfast.redthread.rules.limits import SHIPPED, Limits
from landfast.redthread.rules.measures import MEASURES, uses
from landfast.redthread.rules.words import Category
from tests.redthread.stories import MONDAY, at, course


class Asked:
    """Limits that note which of them a rule asks."""

    def __init__(self):
        self.names = set()

    def __getattr__(self, name):
        self.names.add(name)
        return getattr(SHIPPED, name)


STORY = [
    at(0, "education_dropout", ["citizen"]), at(0, "screening", ["gp"], result="positive"),
    at(1, "medication_stop"), at(1, "contact_change", **{"from": "gp", "to": "peer"}),
    at(1, "state_change", to="AKTIV"), at(1, "admission", ["ward_staff"], needs=["housing"]),
    at(1, "contact_lost", ["home_support"]), at(1, "substance_use"), at(1, "signal", kind="x"),
    at(1, "benefit_change", change="stopped", reason="no_show"),
    at(1, "outcome", decisions=[
        {"application": "home_support", "outcome": "refused"},
        {"application": "mentor", "outcome": "pending"},
    ], needs=["housing"]),
    at(2, "context", contact_interval_days=7, relative_initiated_contacts=1,
       agreements=[{"id": "a", "owner_role": "relative", "status": "open"}]),
]  # fmt: skip


@pytest.mark.parametrize("rule", LIVED, ids=lambda rule: rule.code)
def test_the_page_shows_every_figure_that_a_rule_asks(rule):
    asked = Asked()
    for on in (3, 20, 40):
        findings(course(*STORY, on=on, children=1, programme="OPUS"), asked, [rule])
    assert asked.names <= set(uses(rule.code))
    assert set(uses(rule.code)) <= set(MEASURES)


def test_every_figure_that_ships_lies_within_its_own_range():
    shown = {name for rule in LIVED for name in uses(rule.code)}
    assert shown == set(MEASURES)
    assert shown <= {field.name for field in fields(Limits)}
    for name in shown:
        assert check_figure(name, getattr(SHIPPED, name)) == getattr(SHIPPED, name)
        for beyond in (MEASURES[name].least - 1, MEASURES[name].most + 1):
            with pytest.raises(Wrong):
                check_figure(name, beyond)


def test_a_rule_about_us_without_a_figure_asks_none_and_a_sign_how_long_it_is_new():
    assert (uses("RT-02"), uses("ED-07")) == ((), ("sign",))


def test_rules_about_us_are_on_and_those_about_her_wait_for_a_ground():
    ours, grounded = chosen({}, signs=False), chosen({}, signs=True)
    assert {rule.code[:2] for rule in ours.rules} == {"RT", "MA"}
    assert {rule.code[:2] for rule in grounded.rules} == {"RT", "MA", "ED"}
    told_only = {"ED-02", "ED-04", "SC-01"}
    assert told_only & {rule.code for rule in grounded.rules} == set()
    off = chosen({"RT-13": 0, "ED-12": 0, "RT-10": 1}, signs=True)
    assert {rule.code for rule in grounded.rules} - {rule.code for rule in off.rules} == {
        "RT-13", "ED-12",
    }  # fmt: skip


def test_an_organisations_own_figure_is_the_one_that_counts():
    late = chosen({"wait": 40, "no_such": 3}, signs=False)
    assert (late.limits.wait, late.limits.need) == (40, SHIPPED.need)
    story = [at(0, "context", decisions=[{"application": "mentor", "outcome": "pending"}])]
    rule = [BY_CODE["RT-11"]]
    assert findings(course(*story, on=30), SHIPPED, rule)
    assert not findings(course(*story, on=30), late.limits, rule)


@pytest.mark.parametrize("lacks", ["ground", "document", "assessed_by", "assessed_on"])
def test_a_ground_has_its_law_its_assessment_its_day_and_who_made_it(lacks):
    told = {"ground": "Lov", "document": "Sag 1", "assessed_by": "DPO", "assessed_on": MONDAY}
    told[lacks] = None if lacks == "assessed_on" else " "
    with pytest.raises(Wrong) as refused:
        check_ground(
            told["ground"], told["document"], told["assessed_by"], told["assessed_on"], MONDAY
        )
    assert refused.value.field == lacks


def test_every_rule_about_us_stands_in_one_group():
    ours = [rule.code for rule in LIVED if rule.category is not Category.EARLY]
    told = [rule.code for _name, rules in grouped(LIVED) for rule in rules]
    assert sorted(told) == sorted(ours)
    assert grouped([]) == []
