"""What a finding says, of whom, and on which facts it rests: no more than it needs."""

from dataclasses import replace
from datetime import time

import pytest

from landfast.redthread.rules.catalogue import BY_CODE
from landfast.redthread.rules.facts import Source
from landfast.redthread.rules.found import found, words
from landfast.redthread.rules.ledger import findings
from landfast.redthread.rules.limits import SHIPPED
from tests.redthread.stories import MONDAY, agreed, at, course, finds

HOME = at(0, "home_visit", ["citizen", "opus_clinician"], ["psychiatry"])
JOB = at(0, "home_visit", ["citizen", "jobcenter_worker"], ["muni_employment"])
HERS = agreed("a1", "relative", replaces="support_contact_person")


def the_only(code, *events, **head):
    """The one thing that a rule finds."""
    [one] = findings(course(*events, **head), SHIPPED, [BY_CODE[code]]).values()
    return one.found


def test_who_may_not_read_one_of_its_topics_does_not_read_a_finding():
    health = Source("e0", MONDAY, frozenset({"health"}))
    money = Source("e1", MONDAY, frozenset({"economy", "work"}))
    assert found("course", [health, money], "").topics == {"health", "economy", "work"}


def test_that_she_said_no_to_a_coordinator_is_said_only_when_she_did():
    no = at(1, "consent", ["citizen"], consents=[{"to": "coordinator", "status": "refused"}])
    assert the_only("RT-01", HOME, JOB, no, on=8).says.startswith("Borgeren har sagt nej til en")
    assert "sagt nej" not in the_only("RT-01", HOME, JOB, on=8).says


def test_that_somebody_close_to_her_said_stop_is_said_only_when_they_did():
    quiet, said = (
        at(0, "agreement_status", agreements=[HERS], **more)
        for more in ({}, {"relative_objected": True})
    )
    assert the_only("RT-03", said).says.endswith("og har sagt fra.")
    assert the_only("RT-03", quiet).says.endswith("som andre skulle have.")


def test_that_somebody_was_asked_and_stayed_away_is_said_only_when_they_did():
    asked = {"attendees": ["citizen"], "needs": ["economy"]}
    away = at(0, "meeting", **asked, invited=["debt_advisor"], absent=["debt_advisor"])
    assert the_only("MA-NEED", away).says.endswith("var inviteret og kom ikke.")
    assert the_only("MA-NEED", at(0, "meeting", **asked)).says.endswith("kan hjælpe med det.")


@pytest.mark.parametrize(("owner", "who"), [("gp", words("gp")), (None, "nogen")])
def test_a_promise_for_another_names_who_promised_and_who_decides(owner, who):
    row = {**agreed(owner=owner, decision_by="visitator", needs=["daily_living"])}
    said = the_only("RT-06", at(0, "meeting", ["citizen"], agreements=[row]))
    assert said.values == {"owner": (who,), "decider": (words("visitator"),)}


def test_a_wait_and_a_no_name_what_was_applied_for():
    def answer(outcome, **more):
        return at(0, "decision", application="mentor", outcome=outcome, **more)

    waits = the_only("RT-11", answer("pending", wait_days=28))
    no = the_only("RT-12", answer("refused"), on=15)
    assert waits.values == no.values == {"what": (words("mentor"),)}


def test_a_need_rests_on_when_it_was_last_seen():
    seen = [at(day, "context", needs=["economy"]) for day in (0, 9)]
    assert the_only("MA-NEED", *seen).fact_ids == ("e1",)


def test_only_the_last_discharge_is_asked_about():
    late = [at(day, "discharge", at=time(20)) for day in (0, 9)]
    assert finds("SC-04", *late) == [("e1", "info")]
    needs = ["economy", "housing"]
    alone = [at(day, "discharge", needs=needs, meeting_held=False) for day in (0, 9)]
    assert finds("RT-15", *alone) == [("e1", "high")]


def test_her_yes_to_another_is_no_yes_to_who_carries_her_everyday():
    carries = at(0, "agreement_status", agreements=[agreed("a1", "relative")])
    to_doctor = at(1, "consent", consents=[{"to": "gp", "status": "given"}])
    table = at(3, "meeting", attendees=["citizen", "gp"])
    assert finds("MA-RELATIVE", carries, to_doctor, table, asks_consent=True) == []


def test_nobody_is_often_admitted_who_never_was():
    assert finds("SC-02", HOME, limits=replace(SHIPPED, admissions=1)) == []
