"""How findings are said to the citizen: once, with what each is about."""

from uuid import uuid4

from landfast.journeys.see_findings import MyFindings
from landfast.kernel.clock import now
from landfast.redthread.queries.findings import Standing
from landfast.redthread.rules.words import Severity
from landfast.web.redthread.present import mine

REFUSED, NO_PROMISE = "RT-26", "RT-19"


def finding(code, need="", contest=""):
    values = {"need": [need]} if need else {}
    return Standing(
        uuid4(), uuid4(), code, need, Severity.MEDIUM, "", values, [], now(), None, None, "",
        contest, None,
    )  # fmt: skip


def said(*rows):
    return mine(MyFindings(list(rows), [], {}))["findings"]


def test_a_part_of_life_that_nobody_helps_with_is_named_to_her():
    [one] = said(finding(NO_PROMISE, "Bolig"))
    assert one.about == "Bolig"


def test_the_same_words_stand_once_with_each_part_of_life_below():
    [one] = said(finding(NO_PROMISE, "Bolig"), finding(NO_PROMISE, "Penge"))
    assert [each.about for each in one.each] == ["Bolig", "Penge"]
    assert all(each.act for each in one.each), "each can be contested"
    assert one.act is None


def test_what_she_has_answered_and_what_names_nothing_stand_alone():
    lines = said(
        finding(NO_PROMISE, "Bolig"), finding(NO_PROMISE, "Penge", contest="Jeg vil vente"),
        finding(REFUSED), finding(REFUSED),
    )  # fmt: skip
    assert [len(one.each) for one in lines] == [0, 0, 0, 0]
