"""What happens on the very day: what answers a finding, and what was no answer to it."""

import pytest

from tests.redthread.stories import agreed, at, finds


def met(day=0, **data):
    return at(day, "meeting", attendees=["citizen", "gp"], **data)


def test_what_is_told_of_a_promise_the_day_it_is_made_is_no_answer_to_it():
    made = met(agreements=[agreed(decision_by="visitator", needs=["daily_living"])])
    for day, left in ((0, [("a1", "high")]), (1, [])):
        assert finds("RT-06", made, at(day, "context", agreement_updates=["a1"])) == left


def test_a_decision_of_the_day_was_known_at_the_table_that_could_not_decide():
    table = met(decision_needed=["daily_living"])
    for day, left in ((0, [("e0", "high")]), (1, [])):
        granted = at(day, "decision", application="mentor", outcome="granted")
        assert finds("MA-MANDATE", table, granted) == left


def test_who_came_before_the_meeting_the_same_day_still_left_the_seat_empty():
    for day, left in ((0, [("e0:economy", "medium")]), (1, [])):
        came = at(day, "home_visit", ["citizen", "debt_advisor"])
        assert finds("MA-NEED", met(needs=["economy"]), came) == left


def test_who_was_given_the_everyday_at_the_table_should_have_sat_there():
    table = met(agreements=[agreed("a1", "relative")])
    assert finds("MA-RELATIVE", table) == [("e0", "medium")]


def test_support_that_comes_the_same_day_has_come():
    hers = agreed("a1", "relative", replaces="support_contact_person")
    given = at(0, "agreement_status", agreements=[hers])
    came = at(0, "attach", ["citizen", "support_contact_person"], ["muni_social"])
    assert finds("RT-03", given, came) == []
    waits = at(0, "decision", application="support_contact_person", outcome="pending", wait_days=90)
    assert finds("RT-11", waits, came) == []


def test_help_agreed_the_day_of_the_answer_bridges_the_wait():
    waits = at(0, "decision", application="mentor", outcome="pending", wait_days=90)
    help_ = agreed("b1", "home_support", replaces="mentor")
    assert finds("RT-11", waits, met(agreements=[help_])) == []


def test_a_meeting_the_day_of_the_no_is_where_it_was_talked_about():
    no = at(0, "decision", application="mentor", outcome="refused")
    assert finds("RT-12", no, met(), on=30) == []


def test_a_date_set_at_another_table_the_same_day_is_not_this_ones():
    assert finds("RT-13", met(), met(next_meeting="2024-02-01")) == [("e0", "medium")]


@pytest.mark.parametrize(
    ("came", "sat", "form", "is_met"),
    [(0, 0, "M-04", True), (9, 9, "M-04", True), (0, 9, "M-01", False), (0, 10, "M-01", True)],
    ids=["on the day she came", "came and went in a day", "another meeting that day",
         "any meeting after it"],
)  # fmt: skip
def test_a_discharge_has_its_own_meeting_or_any_since(came, sat, form, is_met):
    events = [
        at(came, "admission"), at(9, "discharge", needs=["economy", "housing"], meeting_held=False),
        met(sat, format=form),
    ]  # fmt: skip
    assert finds("RT-15", *events) == ([] if is_met else [("e1", "high")])


def test_a_wish_told_the_day_of_the_meeting_is_not_answered_by_it():
    wish = at(0, "wish", ["citizen"], wish="et sted at bo", answered=False)
    assert finds("RT-20", wish, met()) == [("e0", "medium")]
