"""RT-06 to RT-12: promises, consent, size, waiting. Raises, just does not, closes."""

import pytest

from tests.redthread.stories import agreed, at, finds

BOUND = agreed("a1", "opus_clinician", decision_by="visitator", needs=["daily_living"])


def met(day=0, *rows, **data):
    return at(day, "meeting", ["citizen"], agreements=list(rows), **data)


def test_a_promise_that_another_decides():
    assert finds("RT-06", met(0, BOUND)) == [("a1", "high")]
    assert finds("RT-06", met(0, {**BOUND, "decision_by": None})) == []
    assert finds("RT-06", met(0, {**BOUND, "decision_by": "opus_clinician"})) == []
    assert finds("RT-06", met(0, {**BOUND, "owner_role": "relative"})) == []


def test_a_mandate_at_the_table_makes_it_a_promise():
    for mandate in ("visitator:daily_living", "visitator", "case_worker:daily_living"):
        assert finds("RT-06", met(0, BOUND, mandates_present=[mandate])) == []
    assert finds("RT-06", met(0, BOUND, mandates_present=["visitator:economy"]))
    assert finds("RT-06", met(0, BOUND, attendees=["citizen", "visitator"])) == []


def test_what_is_listed_to_be_decided_is_an_application_unless_it_was_promised():
    listed = {"decision_needed": ["daily_living"]}
    assert finds("RT-06", met(0, BOUND, **listed)) == []
    assert finds("RT-06", met(0, {**BOUND, "status": "promised"}, **listed)) == [("a1", "high")]
    assert finds("RT-06", met(0, {**BOUND, "status": "application"})) == []


def test_it_is_over_when_the_one_who_decides_has_answered_or_it_is_told_of():
    answer = at(5, "decision", ["visitator"], application="home_support", outcome="granted")
    other = at(5, "decision", ["benefits_officer"], application="rent", outcome="granted")
    assert finds("RT-06", met(0, BOUND), answer) == []
    assert finds("RT-06", met(0, BOUND), other) == [("a1", "high")]
    assert finds("RT-06", met(0, BOUND), at(4, "context", agreement_updates=["a1"])) == []
    mandate = at(4, "meeting", ["citizen"], mandates_present=["visitator:daily_living"])
    assert finds("RT-06", met(0, BOUND), mandate) == []
    assert finds("RT-06", met(0, BOUND), met(3, {**BOUND, "status": "dropped"})) == []


@pytest.mark.parametrize("lacks", ["owner_role", "due", "followup"])
def test_a_promise_lacks_who_when_or_how(lacks):
    row = {**agreed(), lacks: None}
    assert finds("RT-07", met(0, row)) == [("a1", "medium")]
    assert finds("RT-07", met(0, agreed())) == []
    assert finds("RT-07", met(0, row), met(2, agreed())) == []
    assert finds("RT-07", met(0, row), met(2, {**row, "status": "kept"})) == []


@pytest.mark.parametrize("owner", ["citizen", "relative", "private_network", "representative"])
def test_own_steps_are_no_promises(owner):
    own = agreed("a1", owner, due="2024-01-10", followup=None)
    assert finds("RT-07", met(0, own)) == []
    assert finds("RT-10", met(0, own), on=60) == []


def test_the_date_has_passed_and_nobody_has_told():
    due = agreed(due="2024-01-10")  # a Wednesday; three business days later is Monday, day 7
    assert finds("RT-10", met(0, due), on=7) == []
    assert finds("RT-10", met(0, due), on=8) == [("a1", "medium")]
    assert finds("RT-10", met(0, due), on=16) == [("a1", "medium")]
    assert finds("RT-10", met(0, due), on=17) == [("a1", "high")]


def test_it_is_over_when_it_is_told_or_gets_a_new_date():
    due = agreed(due="2024-01-10")
    for news in (
        at(9, "context", agreement_updates=["a1"]),
        at(9, "context", agreement="a1", started="2024-01-09"),
        met(9, {**due, "status": "kept"}), met(9, agreed(due="2024-03-01")),
    ):  # fmt: skip
        assert finds("RT-10", met(0, due), news, on=12) == []
    assert finds("RT-10", met(0, due), met(9, agreed(due="2024-01-20")), on=30)
    assert finds("RT-10", met(0, due), at(9, "context", agreement="a1"), on=12)


def said(status, to="gp", day=0, **more):
    return at(day, "consent", ["citizen"], consents=[{"to": to, "status": status, **more}])


TABLE = at(5, "meeting", attendees=["citizen", "coordinator", "gp"])


@pytest.mark.parametrize("status", ["refused", "withdrawn", "expired"])
def test_at_the_table_without_her_yes(status):
    assert finds("RT-08", said(status), TABLE) == [("e1:gp", "critical")]
    assert finds("RT-08", said(status), said("given", day=1), TABLE) == []
    assert finds("RT-08", said(status), TABLE, said("given", day=6)) == []


def test_that_nobody_asked_counts_where_answers_are_written_down():
    assert finds("RT-08", TABLE) == []
    assert finds("RT-08", TABLE, asks_consent=True) == [("e0:gp", "critical")]
    assert finds("RT-08", said("given"), TABLE, asks_consent=True) == []


def test_a_no_is_about_whom_it_was_said_of():
    others = said("refused", **{"from": "opus_clinician"})
    assert finds("RT-08", others, TABLE) == []
    both = at(5, "meeting", attendees=["citizen", "gp", "opus_clinician"])
    assert finds("RT-08", others, both) == [("e1:gp", "critical")]


def test_told_without_her_yes_or_with_a_ground():
    told = at(5, "info_shared", ["opus_clinician", "gp"])
    assert finds("RT-08", said("refused"), told) == [("e1:gp", "critical")]
    law = at(5, "info_shared", ["opus_clinician", "gp"], legal_basis="sundhedsloven-43")
    assert finds("RT-08", said("refused"), law) == []
    none = at(5, "context", ["opus_clinician", "gp"], legal_basis=None)
    assert finds("RT-08", none) == [("e0:gp", "critical")]
    named = at(5, "info_shared", ["opus_clinician", "case_worker"], to="gp")
    assert finds("RT-08", said("refused"), named) == [("e1:gp", "critical")]


def test_who_comes_in_is_who_was_not_there_before():
    seen = at(0, "home_visit", ["citizen", "gp"])
    came = at(5, "attach", ["citizen", "gp", "mentor"])
    assert finds("RT-08", seen, came, asks_consent=True) == [("e1:mentor", "critical")]


def test_her_proxy_the_coordinator_and_the_roles_of_a_meeting_need_no_yes():
    everybody = at(
        0, "meeting", attendees=["citizen", "representative", "coordinator", "facilitator"]
    )
    assert finds("RT-08", everybody, asks_consent=True) == []


PEOPLE = ["gp", "mentor", "home_support", "case_worker", "opus_clinician", "probation", "visitator"]


def table(count, day=0, **data):
    return at(day, "meeting", attendees=["citizen", "coordinator", *PEOPLE[:count]], **data)


def test_more_people_than_she_wants():
    assert finds("RT-09", table(4), largest=3) == [("e0", "medium")]
    assert finds("RT-09", table(3), largest=3) == []
    assert finds("RT-09", table(3, max_size=2), largest=9) == [("e0", "medium")]
    assert finds("RT-09", table(4), table(2, day=9), largest=3) == []
    invited = at(0, "meeting", attendees=["citizen", "gp"], invited=["mentor"])
    assert finds("RT-09", invited, largest=1) == [("e0", "medium")]


def test_many_and_nobody_has_asked_her():
    assert finds("RT-09", table(7)) == [("e0", "info")]
    assert finds("RT-09", table(6)) == []
    family = at(0, "meeting", attendees=["citizen", "relative", "private_network", *PEOPLE[:6]])
    assert finds("RT-09", family) == []


def asked(outcome, day=0, about="mentor", **more):
    return at(day, "decision", ["citizen"], application=about, outcome=outcome, **more)


def test_a_long_wait_with_nothing_meanwhile():
    assert finds("RT-11", asked("pending", wait_days=28)) == [("mentor", "high")]
    assert finds("RT-11", asked("pending", wait_days=27)) == []
    assert finds("RT-11", asked("pending", expected_wait_days=30)) == [("mentor", "high")]
    assert finds("RT-11", asked("pending"), on=28) == [("mentor", "high")]
    assert finds("RT-11", asked("pending"), on=27) == []


def test_the_wait_is_bridged_or_over():
    long = asked("pending", wait_days=90)
    promise = agreed("b1", "home_support", replaces="mentor")
    for ends in (
        asked("granted", day=9), met(9, promise), at(9, "attach", ["citizen", "mentor"]),
        asked("pending", day=9, wait_days=90, interim="bostøtte"),
    ):  # fmt: skip
        assert finds("RT-11", long, ends) == []
    hers = agreed("b1", "relative", replaces="mentor")
    assert finds("RT-11", long, met(9, hers)) == [("mentor", "high")]


def test_on_the_waiting_list_without_anybody_who_calls():
    waits = at(0, "state_change", to="VENTELISTE")
    assert finds("RT-11", waits, on=28) == [("course", "high")]
    assert finds("RT-11", waits, on=27) == []
    assert finds("RT-11", at(0, "state_change", to="VENTELISTE", interim="ringer"), on=40) == []
    assert finds("RT-11", waits, at(9, "state_change", to="OPSTART"), on=40) == []


def test_a_no_gets_a_new_plan_within_two_weeks():
    assert finds("RT-12", asked("refused"), on=15) == [("mentor", "medium")]
    assert finds("RT-12", asked("refused"), on=14) == []
    assert finds("RT-12", asked("granted"), on=30) == []
    assert finds("RT-12", asked("refused"), met(9), on=30) == []
    assert finds("RT-12", met(0), asked("refused", day=1), on=30) == [("mentor", "medium")]
    assert finds("RT-12", asked("refused"), met(20, agreed(replaces="mentor")), on=30) == []
    assert finds("RT-12", asked("refused", replacement="peer"), on=30) == []


def test_what_came_instead_does_not_help():
    bad = asked("refused", replacement="activity_offer", replacement_covers_need=False)
    assert finds("RT-12", bad) == [("mentor", "medium")]
    assert finds("RT-12", bad, met(3)) == [("mentor", "medium")]
    assert finds("RT-12", bad, asked("granted", day=9)) == []
