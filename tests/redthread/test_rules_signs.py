"""ED and SC: a sign is one question while it is new; stays are figures. Raises, not, closes."""

from datetime import time

import pytest

from landfast.redthread.rules.catalogue import RULES
from landfast.redthread.rules.words import Category, Severity
from tests.redthread.stories import at, finds

Q = "question"
SEEN_ONCE = {
    "ED-04": at(0, "signal", kind="neighbour_complaint"),
    "ED-06": at(0, "home_visit", signals=["self_neglect"]),
    "ED-07": at(0, "medication_stop"),
    "ED-08": at(0, "substance_use", level="new"),
    "ED-09": at(0, "signal", kind="long_sick_leave", weeks=8),
    "ED-10": at(0, "signal", kind="eviction_notice"),
    "ED-11": at(0, "signal", kind="relative_concern"),
    "ED-12": at(0, "signal", kind="possible_psychosis"),
    "ED-13": at(0, "admission_refused"),
    "ED-15": at(0, "signal", kind="child_contact_decline"),
    "ED-16": at(0, "admission", ["citizen", "police"]),
    "ED-18": at(0, "signal", kind="loss_of_carer"),
}
NOT_QUITE = {
    "ED-04": at(0, "signal", kind="relative_concern"),
    "ED-10": at(0, "signal", kind="neighbour_complaint"),
    "ED-12": at(0, "signal", signals=["self_neglect"]),
    "ED-15": at(0, "signal", kind="loss_of_carer"),
    "ED-06": at(0, "home_visit", signals=["noise"]),
    "ED-07": at(0, "context", ["citizen"]),
    "ED-08": at(0, "substance_use", level="ongoing"),
    "ED-09": at(0, "signal", kind="long_sick_leave", weeks=7),
    "ED-11": at(0, "signal", reported_by="gp"),
    "ED-13": at(0, "admission_refused", plan="ring i morgen"),
    "ED-16": at(0, "meeting", ["citizen", "police"]),
    "ED-18": at(0, "signal", relative_exhausted=False),
}


@pytest.mark.parametrize("code", SEEN_ONCE)
def test_a_sign_is_asked_about_for_as_long_as_it_is_new(code):
    [(_, heavy)] = finds(code, SEEN_ONCE[code])
    assert heavy == Q
    assert len(finds(code, SEEN_ONCE[code], on=90)) == 1
    assert finds(code, SEEN_ONCE[code], on=91) == []


@pytest.mark.parametrize("code", NOT_QUITE)
def test_what_is_not_quite_a_sign_is_none(code):
    assert finds(code, NOT_QUITE[code]) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("ED-06", {"home_neglect": True}), ("ED-08", {"kind": "x"}), ("ED-10", {"eviction": True}),
        ("ED-10", {"eviction_warning": True}), ("ED-10", {"housing": "homeless"}),
        ("ED-10", {"kind": "homelessness"}), ("ED-11", {"reported_by": "private_network"}),
        ("ED-12", {"signals": ["suicidal"]}), ("ED-13", {"turned_home_without_plan": True}),
        ("ED-16", {"police_contact": True}), ("ED-16", {"brought_by": "ambulance"}),
        ("ED-16", {"kind": "emergency_contact"}), ("ED-18", {"relative_exhausted": True}),
    ],
)  # fmt: skip
def test_a_sign_may_be_told_in_other_words(code, told):
    kind = "substance_use" if code == "ED-08" else "signal"
    assert [heavy for _, heavy in finds(code, at(0, kind, **told))] == [Q]


def test_left_school_and_nobody_was_in_touch():
    assert finds("ED-01", at(0, "education_dropout", followup_within_14d=False)) == [("dropout", Q)]
    assert finds("ED-01", at(0, "education_dropout", followup_within_14d=True), on=30) == []
    assert finds("ED-01", at(0, "education_dropout"), on=14) == []
    assert finds("ED-01", at(0, "education_dropout"), on=15) == [("dropout", Q)]
    guide = at(14, "context", ["youth_guidance"])
    assert finds("ED-01", at(0, "education_dropout"), guide, on=30) == []
    late = at(20, "context", ["youth_guidance"])
    alone = at(0, "education_dropout", followup_within_14d=False)
    assert finds("ED-01", alone, late) == []
    assert finds("ED-01", at(0, "education_dropout"), at(3, "context", ["gp"]), on=30)


def away(day=0, to="mentor", **data):
    return at(day, "no_show", no_shows=[{"with": to, **data}])


def test_three_absences_from_one():
    assert finds("ED-02", away(count=3, window_days=60)) == [("mentor", Q)]
    assert finds("ED-02", away(count=2, window_days=60)) == []
    assert finds("ED-02", away(count=3, window_days=61)) == []
    assert finds("ED-02", away(count=3, window_days=60), on=60) == [("mentor", Q)]
    assert finds("ED-02", away(count=3, window_days=60), on=61) == []
    three = [at(day, "no_show", ["citizen", "mentor"]) for day in (0, 30, 60)]
    assert finds("ED-02", *three) == [("mentor", Q)]
    assert finds("ED-02", *three, on=61) == []
    named = [at(day, "no_show", **{"with": "gp"}) for day in (0, 1, 2)]
    assert finds("ED-02", *named) == [("gp", Q)]


def test_two_in_a_row_from_two():
    both = [away(0, "mentor", count=2, window_days=21), away(1, "gp", count=2, window_days=21)]
    assert finds("ED-02", *both) == [("both", Q)]
    assert finds("ED-02", both[0]) == []
    assert finds("ED-02", both[0], away(1, "gp", count=1, window_days=21)) == []
    broken = away(1, "gp", count=2, window_days=21, consecutive=False)
    assert finds("ED-02", both[0], broken) == []


def test_income_at_risk_until_it_comes_again():
    lost = at(0, "benefit_change", change="reduced")
    assert finds("ED-03", lost) == [("benefit", Q)]
    assert finds("ED-03", at(0, "contact_lost", benefit_warning_for="2024-02-01"))
    assert finds("ED-03", at(0, "benefit_change", change="granted")) == []
    assert finds("ED-03", lost, at(5, "benefit_change", change="granted")) == []
    assert finds("ED-03", lost, on=91) == []


def test_contact_lost_for_twice_as_long_as_agreed():
    weekly = at(0, "home_visit", ["citizen", "mentor"], contact_interval_days=7)
    assert finds("ED-05", weekly, on=14) == []
    assert finds("ED-05", weekly, on=15) == [("contact", Q)]
    assert finds("ED-05", weekly, on=104) == [("contact", Q)]
    assert finds("ED-05", weekly, on=105) == []
    seen = at(10, "home_visit", ["citizen", "mentor"])
    assert finds("ED-05", weekly, seen, on=24) == []
    assert finds("ED-05", weekly, seen, on=25) == [("contact", Q)]
    assert finds("ED-05", weekly, at(10, "no_show", ["citizen", "mentor"]), on=15)
    assert finds("ED-05", weekly, at(10, "home_visit", ["citizen", "gp"]), on=15)
    again = at(20, "home_visit", ["citizen", "mentor"])
    assert finds("ED-05", weekly, again, on=60) == []


def test_contact_that_somebody_tells_is_lost():
    lost = at(9, "contact_lost", ["mentor"])
    assert finds("ED-05", lost) == [("contact", Q)]
    assert finds("ED-05", lost, at(12, "home_visit", ["citizen", "mentor"])) == []
    assert finds("ED-05", lost, at(12, "home_visit", ["citizen", "gp"])) == [("contact", Q)]
    assert finds("ED-05", at(9, "contact_lost", ["mentor"], days_without_contact=13)) == []
    assert finds("ED-05", at(9, "contact_lost", ["mentor"], days_without_contact=14))
    often = at(0, "home_visit", ["citizen", "mentor"], contact_interval_days=3)
    soon = at(6, "contact_lost", ["mentor"], days_without_contact=6)
    assert finds("ED-05", often, soon) == [("contact", Q)]
    assert finds("ED-05", lost, on=99) == [("contact", Q)]
    assert finds("ED-05", lost, on=100) == []


def screened(**data):
    return at(0, "screening", ["citizen"], **{"result": "positive_severe", **data})


def test_a_screening_that_nobody_follows_up():
    assert finds("ED-14", screened(plan=False, referral="declined")) == [("screening", Q)]
    assert finds("ED-14", screened(plan=True)) == []
    assert finds("ED-14", screened(referral="psych_outpatient")) == []
    assert finds("ED-14", screened(result="negative", plan=False)) == []
    assert finds("ED-14", screened(), on=14) == []
    assert finds("ED-14", screened(), on=15) == [("screening", Q)]
    came = at(5, "home_visit", ["citizen", "psych_outpatient"])
    assert finds("ED-14", screened(plan=False), came) == []


def test_three_signs_at_once_are_looked_at_together():
    one, two = SEEN_ONCE["ED-07"], SEEN_ONCE["ED-08"]
    alone = at(0, "education_dropout", followup_within_14d=False)
    assert finds("ED-90", one, two, alone) == [("course", Q)]
    assert finds("ED-90", one, two) == []
    assert finds("ED-90", one, two, alone, on=91) == []
    came = at(20, "context", ["youth_guidance"])
    assert finds("ED-90", one, two, alone, came) == [("course", Q)]
    assert finds("ED-90", one, at(1, "medication_stop"), at(2, "medication_stop")) == []


def test_signs_have_no_weight_and_are_off_and_stays_too():
    for rule in RULES:
        assert rule.is_on is (rule.category in {Category.RED_THREAD, Category.MISSING_ACTOR})
        assert (rule.severity is Severity.QUESTION) is (rule.category is Category.EARLY)


def stay(kind="admission", day=0, **data):
    return at(day, kind, ["citizen"], ["psychiatry"], **data)


def test_admitted_again():
    back = [stay("discharge", 0, los_days=9), stay(day=30, acute=True)]
    assert finds("SC-01", *back) == [("e1", "info")]
    assert finds("SC-01", back[0], stay(day=31, acute=True)) == []
    assert finds("SC-01", back[0], stay(day=30)) == []
    assert finds("SC-01", stay(day=30, acute=True)) == []
    assert finds("SC-05", back[0], stay(day=3, acute=True)) == [("e1", "medium")]
    assert finds("SC-05", back[0], stay(day=4, acute=True)) == []


def test_admitted_often():
    four = [stay(day=day) for day in (0, 100, 200, 365)]
    assert finds("SC-02", *four) == [("course", "high")]
    assert finds("SC-02", *four, on=366) == []
    assert finds("SC-02", *four[:3]) == []
    assert finds("SC-02", stay(day=0, n=1), stay(day=300, n=4)) == [("course", "high")]
    assert finds("SC-02", stay(day=300, n=4)) == []


def test_stays_and_how_they_ended():
    assert finds("SC-03", stay("discharge", los_days=3)) == [("e0", "info")]
    assert finds("SC-03", stay("discharge", los_days=4)) == []
    assert finds("SC-03", stay(day=0), stay("discharge", 3)) == [("e1", "info")]
    assert finds("SC-03", stay("discharge", 3)) == []
    assert finds("SC-06", stay("discharge", between_offers=True)) == [("e0", "medium")]
    assert finds("SC-06", stay("discharge", housing="homeless"), on=90) == [("e0", "medium")]
    assert finds("SC-06", stay("discharge", housing="homeless"), on=91) == []
    assert finds("SC-06", stay("discharge")) == []


def test_discharged_out_of_hours():
    assert finds("SC-04", stay("discharge", at=time(7, 59))) == [("e0", "info")]
    assert finds("SC-04", stay("discharge", at=time(8))) == []
    assert finds("SC-04", stay("discharge", at=time(16))) == [("e0", "info")]
    assert finds("SC-04", stay("discharge", 5, at=time(10))) == [("e0", "info")]
    assert finds("SC-04", stay("discharge", 5)) == []
    assert finds("SC-04", stay("discharge", at=time(22), ignore_time=True)) == []
