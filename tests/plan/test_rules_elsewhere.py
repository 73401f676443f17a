"""What other plans ask of the citizen, and which two demands cannot both be met."""

from datetime import date, time, timedelta

import pytest

from landfast.kernel.refusals import Wrong
from landfast.plan.rules.elsewhere import (
    Asked,
    Clash,
    DemandKind,
    PlanKind,
    When,
    check_demand,
    check_parties,
    check_plan,
    check_said,
    clash,
    clashes,
)

MONDAY = date(2026, 11, 30)
WEEK = timedelta(weeks=1)
TEN, ELEVEN, NOON = time(10), time(11), time(12)
COME, REST = DemandKind.COME, DemandKind.REST
FREE, TREATED = DemandKind.FREE_FIRST, DemandKind.TREATED_FIRST


def asked(plan, kind, **when):
    return Asked(plan, kind, When(**when))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (asked(1, COME, weekday=0, begins=TEN, ends=NOON),
         asked(2, COME, day=MONDAY, begins=ELEVEN), Clash.SAME_TIME),
        (asked(1, COME, weekday=0, begins=TEN), asked(1, COME, weekday=0, begins=TEN),
         Clash.SAME_TIME),
        (asked(1, COME, day=MONDAY), asked(2, COME, weekday=0, begins=TEN), Clash.SAME_TIME),
        (asked(1, COME, weekday=0, begins=TEN, ends=ELEVEN),
         asked(2, COME, weekday=0, begins=ELEVEN, ends=NOON), None),
        (asked(1, COME, weekday=0), asked(2, COME, weekday=1), None),
        (asked(1, COME, day=MONDAY), asked(2, COME, day=MONDAY), Clash.SAME_TIME),
        (asked(1, COME, day=MONDAY), asked(2, COME, day=MONDAY + WEEK), None),
        (asked(1, COME), asked(2, COME, day=MONDAY), None),
        (asked(1, COME), asked(2, COME), None),
        (asked(1, REST), asked(2, COME, weekday=0, begins=TEN), Clash.REST_AND_COME),
        (asked(1, REST, weekday=2), asked(2, COME, weekday=0), None),
        (asked(1, REST), asked(1, COME), None),
        (asked(1, FREE), asked(2, TREATED), Clash.EACH_WAITS),
        (asked(1, TREATED), asked(2, FREE), Clash.EACH_WAITS),
        (asked(1, FREE), asked(1, TREATED), None),
        (asked(1, FREE), asked(2, FREE), None),
    ],
)  # fmt: skip
def test_two_demands_fit_or_it_is_said_why_not(one, other, why):
    assert clash(one, other) is why
    assert clash(other, one) is why


def test_every_pair_is_looked_at():
    rows = [asked(1, FREE), asked(2, TREATED), asked(3, TREATED)]
    assert clashes(rows) == [
        (Clash.EACH_WAITS, rows[0], rows[1]), (Clash.EACH_WAITS, rows[0], rows[2]),
    ]  # fmt: skip


def test_a_plan_has_an_owner_and_ends_after_it_begins():
    check_plan("Jobcentret", MONDAY, MONDAY)
    with pytest.raises(Wrong) as refused:
        check_plan(" ", None, None)
    assert refused.value.field == "owner"
    with pytest.raises(Wrong) as refused:
        check_plan("Jobcentret", MONDAY, date(2026, 11, 29))
    assert refused.value.field == "ends_on"


@pytest.mark.parametrize("kind", [PlanKind.DISCHARGE, PlanKind.COORDINATION])
def test_a_discharge_agreement_says_between_whom(kind):
    check_parties(kind, "Afdelingen, kommunen")
    check_parties(PlanKind.MY_PLAN, "")
    with pytest.raises(Wrong):
        check_parties(kind, "")


def test_a_coordination_plan_says_when_she_was_asked():
    check_said(PlanKind.COORDINATION, MONDAY, MONDAY)
    check_said(PlanKind.DISCHARGE, None, MONDAY)
    with pytest.raises(Wrong):
        check_said(PlanKind.COORDINATION, None, MONDAY)
    with pytest.raises(Wrong):
        check_said(PlanKind.DISCHARGE, date(2026, 12, 1), MONDAY)


@pytest.mark.parametrize(
    ("words", "when", "field"),
    [
        (" ", When(), "words"),
        ("Samtale", When(begins=TEN), "weekday"),
        ("Samtale", When(weekday=0, begins=TEN, ends=TEN), "ends"),
        ("Samtale", When(weekday=0, ends=TEN), "ends"),
    ],
)
def test_a_demand_has_words_and_an_hour_has_its_day(words, when, field):
    check_demand("Samtale", When(weekday=0, begins=TEN, ends=NOON))
    with pytest.raises(Wrong) as refused:
        check_demand(words, when)
    assert refused.value.field == field
