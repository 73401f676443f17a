"""RT-13 to RT-25 and MA: meetings, moves, demands, needs, seats. Raises, just not, closes."""

import pytest

from tests.redthread.stories import agreed, at, finds


def met(day=0, who=("citizen", "gp"), needs=(), **data):
    return at(day, "meeting", needs=needs, attendees=list(who), **data)


def test_a_meeting_without_a_next_date():
    assert finds("RT-13", met()) == [("e0", "medium")]
    assert finds("RT-13", met(next_meeting="2024-02-01")) == []
    assert finds("RT-13", met(no_next_meeting_decided=True)) == []
    assert finds("RT-13", met(no_next_meeting_decided=False)) == [("e0", "medium")]
    assert finds("RT-13", met(), at(3, "context", next_meeting="2024-02-01")) == []
    assert finds("RT-13", met(), met(5, next_meeting="2024-02-01")) == []
    assert finds("RT-13", met(format="M-06")) == []


def stay(kind="admission", day=0, **data):
    return at(day, kind, ["citizen", "ward_staff"], ["psychiatry"], **data)


@pytest.mark.parametrize("kind", ["admission", "discharge"])
def test_nobody_outside_was_told(kind):
    untold = stay(kind, muni_informed=False)
    assert finds("RT-14", untold) == [("e0", "high")]
    assert finds("RT-14", stay(kind)) == []
    assert finds("RT-14", stay(kind, muni_informed=True)) == []
    for heard in (
        at(2, "info_shared", ["ward_staff", "case_worker"]), met(2, ["citizen", "coordinator"]),
        at(2, "context", muni_informed=True),
    ):  # fmt: skip
        assert finds("RT-14", untold, heard) == []
    for unheard in (at(2, "info_shared", ["ward_staff", "gp"]), at(2, "context", ["case_worker"])):
        assert finds("RT-14", untold, unheard) == [("e0", "high")]


def left(day=9, needs=("economy", "housing", "psychiatry"), **data):
    return at(
        day, "discharge", ["citizen"], ["psychiatry"], needs, **{"meeting_held": False, **data}
    )


def test_discharged_without_a_meeting():
    assert finds("RT-15", left()) == [("e0", "high")]
    assert finds("RT-15", left(needs=("economy", "psychiatry"))) == []
    assert finds("RT-15", left(meeting_held=True)) == []
    assert finds("RT-15", left(meeting_held=None)) == []
    assert finds("RT-15", left(agreement=True)) == []
    assert finds("RT-15", left(), met(20)) == []
    assert finds("RT-15", stay(day=0), met(5, format="M-04"), left()) == []
    assert finds("RT-15", met(0, format="M-04"), stay(day=2), left()) == [("e2", "high")]
    assert finds("RT-15", stay(day=0), met(5, format="M-01"), left()) == [("e2", "high")]


def demand(*pairs, day=0, **data):
    return at(day, "demand", demands=[{"by": by, "tag": tag} for by, tag in pairs], **data)


def test_two_ask_what_nobody_can_do_both_of():
    rest, attend = ("opus_clinician", "rest"), ("jobcenter_worker", "attendance")
    assert finds("RT-16", demand(rest, attend)) == [("attendance+rest", "high")]
    assert finds("RT-16", demand(rest), demand(attend, day=5)) == [("attendance+rest", "high")]
    assert finds("RT-16", demand(rest, ("jobcenter_worker", "cleaning"))) == []
    settled = at(5, "context", demands_resolved=True)
    assert finds("RT-16", demand(rest, attend), settled) == []
    assert finds("RT-16", demand(rest), settled, demand(attend, day=6)) == []


def expects(day=0, role="home_support", **by):
    return at(day, "context", role_expectations={role: by})


def test_they_expect_different_things_of_a_role():
    assert finds("RT-17", expects(relative=["cleaning"], gp=["contact"]))
    assert finds("RT-17", expects(relative=["cleaning"], gp=["cleaning"])) == []
    first = expects(relative=["cleaning"])
    assert finds("RT-17", first, expects(5, gp=["contact"])) == [("home_support", "medium")]
    assert finds("RT-17", first, expects(5, gp=["contact"]), expects(9, gp=["cleaning"])) == []


def test_one_sector_alone_with_a_need_of_others():
    opus = at(0, "home_visit", ["citizen", "opus_clinician"], ["psychiatry"], ["economy"])
    other = at(0, "home_visit", ["citizen", "jobcenter_worker"], ["muni_employment"])
    assert finds("RT-18", opus) == [("course", "medium")]
    assert finds("RT-18", opus, on=30) == [("course", "medium")]
    assert finds("RT-18", opus, on=31) == []
    assert finds("RT-18", opus, other) == []
    assert finds("RT-18", other, opus, on=31) == []
    assert finds("RT-18", opus, at(1, "attach", ["coordinator"], ["coordination"])) == []
    own = at(0, "home_visit", ["citizen"], ["psychiatry"], ["psychiatry"])
    assert finds("RT-18", own) == []


def need(day=0, *needs, kind="context", who=(), **data):
    return at(day, kind, who, needs=needs or ("economy",), **data)


def test_a_need_for_a_month_with_nobody_and_nothing():
    assert finds("RT-19", need(), on=30) == [("economy", "medium")]
    assert finds("RT-19", need(), on=29) == []
    assert finds("RT-19", need(), need(9, "housing", kind="outcome"), on=30) == []
    assert finds("RT-19", need(), met(9, agreements=[agreed(needs=["economy"])]), on=30) == []
    assert finds("RT-19", need(who=["debt_advisor"]), on=90) == []
    assert finds("RT-19", need(who=["debt_advisor"]), on=91) == [("economy", "medium")]
    assert finds("RT-19", need(who=["landlord"]), on=30) == [("economy", "medium")]


def test_from_a_year_no_days_are_counted():
    assert finds("RT-19", need(precision="year"), on=60) == []
    assert finds("RT-19", need(precision="year"), need(40), on=60) == []
    assert finds("RT-19", need(precision="year"), need(40), on=70) == [("economy", "medium")]


def test_a_theme_without_an_agreement():
    theme = {"themes": ["economy"], "needs": ["economy"]}
    assert finds("RT-19", met(**theme)) == [("economy", "medium")]
    assert finds("RT-19", met(**theme, no_action_themes=["economy"])) == []
    assert finds("RT-19", met(**theme, agreements=[agreed(needs=["economy"])])) == []
    assert finds("RT-19", met(needs=["economy"])) == []
    assert finds("RT-19", met(**theme), met(5)) == []


def test_a_need_that_stands_unsolved():
    unsolved = at(0, "outcome", unresolved=["housing"])
    assert finds("RT-19", unsolved) == [("housing", "medium")]
    assert finds("RT-19", unsolved, at(1, "context")) == [("housing", "medium")]
    assert finds("RT-19", unsolved, at(5, "outcome")) == []


def test_decided_without_her_voice():
    row = {"agreements": [agreed()]}
    assert finds("RT-20", met(who=["gp"], **row)) == [("e0", "high")]
    assert finds("RT-20", met(who=["gp"], decision_needed=["economy"])) == [("e0", "high")]
    assert finds("RT-20", met(who=["gp"])) == []
    assert finds("RT-20", met(who=["gp", "citizen"], **row)) == []
    assert finds("RT-20", met(who=["gp", "representative"], **row)) == []
    assert finds("RT-20", met(who=["gp"], citizen_statement="Jeg vil have ro", **row)) == []
    assert finds("RT-20", met(who=["gp"], representative="søster", **row)) == []
    assert finds("RT-20", met(who=["gp"], **row), met(9)) == []


def test_a_wish_that_nobody_answers():
    wish = at(0, "wish", ["citizen"], wish="et sted at bo", answered=False)
    assert finds("RT-20", wish) == [("e0", "medium")]
    assert finds("RT-20", at(0, "wish", ["citizen"], wish="et sted")) == []
    assert finds("RT-20", wish, at(2, "wish", answered=True)) == []
    assert finds("RT-20", wish, met(2)) == []


def change(day, **data):
    return at(day, "contact_change", **{"from": "mentor", "to": "mentor", **data})


def test_three_changes_of_contact_person_in_a_year():
    three = [change(0), change(100), change(365)]
    assert finds("RT-21", *three) == [("course", "medium")]
    assert finds("RT-21", *three, on=366) == []
    assert finds("RT-21", *three[:2]) == []
    assert finds("RT-21", *three[:2], change(200, absent_from="mentor")) == []
    assert finds("RT-21", *three[:2], at(200, "housing_change", **{"from": "a", "to": "b"})) == []


def benefit(day=0, **data):
    return at(day, "benefit_change", **{"change": "stopped", "reason": "no_show", **data})


def test_punished_while_ill():
    assert finds("RT-22", stay(day=0), benefit(30)) == [("e1", "high")]
    assert finds("RT-22", benefit(0), stay(day=30)) == [("e0", "high")]
    assert finds("RT-22", stay(day=0), stay("discharge", 10), benefit(31)) == []
    assert finds("RT-22", stay(day=0), benefit(31)) == [("e1", "high")]
    assert finds("RT-22", benefit(31)) == []
    assert finds("RT-22", stay(day=0), benefit(1, reason="moved")) == []
    assert finds("RT-22", stay(day=0), benefit(1), benefit(9, change="resumed")) == []
    ill = at(0, "signal", kind="possible_psychosis")
    assert finds("RT-22", ill, benefit(9, change="reduced")) == [("e1", "high")]


def test_the_day_she_did_not_come_counts_not_the_day_of_the_letter():
    late = benefit(60, no_show_date="2024-01-10")
    assert finds("RT-22", stay(day=0), stay("discharge", 9), late) == [("e2", "high")]


PARENT = {"children": 1}


def test_nobody_has_asked_about_the_children():
    assert finds("RT-23", stay(), on=15, **PARENT) == [("course", "high")]
    assert finds("RT-23", stay(), on=14, **PARENT) == []
    assert finds("RT-23", stay(), on=15) == []
    assert finds("RT-23", stay(), on=366, **PARENT) == []
    family = at(20, "home_visit", ["family_case_worker"])
    assert finds("RT-23", stay(), family, **PARENT) == []
    assert (
        finds("RT-23", at(0, "context", ["family_case_worker"]), stay(day=90), on=120, **PARENT)
        == []
    )
    assert finds("RT-23", at(0, "context", ["family_case_worker"]), stay(day=91), on=120, **PARENT)
    assert finds("RT-23", stay(child_conversation_offered=True), on=15, **PARENT) == []
    assert finds("RT-23", stay(child_conversation_offered=False), on=15, **PARENT)
    for kind in ("child_contact_decline", "possible_psychosis"):
        assert finds("RT-23", at(0, "signal", kind=kind), on=15, **PARENT) == [("course", "high")]
    assert finds("RT-23", at(0, "signal", kind="relative_concern"), on=15, **PARENT) == []


def test_a_new_one_without_the_old_one():
    cold = change(0, joint_handover=False, to="case_worker")
    assert finds("RT-24", cold) == [("e0", "medium")]
    assert finds("RT-24", change(0)) == []
    assert finds("RT-24", change(0, joint_handover=True)) == []
    assert finds("RT-24", change(0, joint_handover=False, plan_read=True)) == []
    assert finds("RT-24", cold, met(3, ["citizen", "mentor", "case_worker"])) == []
    assert finds("RT-24", cold, met(3, ["citizen", "case_worker"])) == [("e0", "medium")]
    assert finds("RT-24", cold, met(3, ["citizen"], format="M-10")) == []
    home = at(0, "housing_change", joint_handover=False)
    assert finds("RT-24", home) == [("e0", "medium")]


def state(to, day=5, **data):
    return at(day, "state_change", to=to, **data)


@pytest.mark.parametrize("to", ["BERO", "AFSLUTTET", "AFVIST_AF_BORGER"])
def test_left_with_open_promises_and_no_plan(to):
    open_one = met(0, agreements=[agreed()])
    assert finds("RT-25", open_one, state(to)) == [("course", "medium")]
    assert finds("RT-25", open_one, state(to, review_date="2024-03-01")) == []
    assert finds("RT-25", open_one, state(to, way_back="ring til os")) == []
    assert finds("RT-25", open_one, state(to, open_agreements_reviewed=True)) == []
    assert finds("RT-25", state(to)) == []
    assert finds("RT-25", state(to, open_agreements=2)) == [("course", "medium")]
    assert finds("RT-25", met(0, agreements=[agreed("a", "citizen")]), state(to)) == []
    assert finds("RT-25", open_one, state(to), state("AKTIV", 9)) == []


def test_on_the_way_to_an_end_only_what_is_told_to_be_left_counts():
    assert finds("RT-25", met(0, agreements=[agreed()]), state("AFSLUTNING")) == []
    assert finds("RT-25", state("AFSLUTNING", open_agreements=1)) == [("course", "medium")]


def test_a_theme_that_nobody_at_the_table_can_help_with():
    assert finds("MA-NEED", met(needs=["economy"])) == [("e0:economy", "medium")]
    assert finds("MA-NEED", met(needs=["economy"], format="M-04")) == [("e0:economy", "high")]
    assert finds("MA-NEED", met(who=["citizen", "debt_advisor"], needs=["economy"])) == []
    assert finds("MA-NEED", met(needs=["economy"], invited=["debt_advisor"])) == []
    assert finds("MA-NEED", met(needs=["economy"], no_action_themes=["economy"])) == []
    assert finds("MA-NEED", met(needs=["economy"], themes=["somatic"])) == [("economy", "info")]
    came = at(3, "home_visit", ["citizen", "debt_advisor"])
    assert finds("MA-NEED", met(needs=["economy"]), came) == []


def test_invited_and_stayed_away_is_an_empty_seat():
    away = met(needs=["economy"], invited=["debt_advisor"], absent=["debt_advisor"])
    assert finds("MA-NEED", away) == [("e0:economy", "medium")]


def test_she_may_have_said_no_to_a_seat():
    no = at(0, "consent", consents=[{"to": "substance_counsellor", "status": "refused"}])
    yes = at(1, "consent", consents=[{"to": "substance_counsellor", "status": "given"}])
    table = met(2, needs=["substance"])
    assert finds("MA-NEED", no, table) == [("e1:substance", "info")]
    assert finds("MA-NEED", no, yes, table) == [("e2:substance", "medium")]
    away = met(2, needs=["substance"], absent=["substance_counsellor"])
    assert finds("MA-NEED", no, away) == [("e1:substance", "medium")]


def test_her_doctor_will_do_until_psychiatry_is_in():
    table = met(2, who=["citizen", "gp"], needs=["psychiatry"])
    assert finds("MA-NEED", table) == []
    opus = at(0, "home_visit", ["citizen", "opus_clinician"])
    assert finds("MA-NEED", opus, table) == [("e1:psychiatry", "medium")]
    assert finds("MA-NEED", met(2, who=["citizen"], needs=["psychiatry"])) == [
        ("e0:psychiatry", "medium")
    ]


def test_a_need_without_a_meeting_is_good_to_know_for_a_month():
    assert finds("MA-NEED", need()) == [("economy", "info")]
    assert finds("MA-NEED", need(), on=29) == [("economy", "info")]
    assert finds("MA-NEED", need(), on=30) == []
    assert finds("MA-NEED", need(who=["debt_advisor"])) == []
    assert finds("MA-NEED", need(0, "psychiatry", who=["gp"])) == []
    assert finds("MA-NEED", need(precision="year")) == []
    assert finds("MA-NEED", need(agreements=[agreed(needs=["economy"])])) == []


def test_the_meeting_must_decide_and_nobody_can():
    must = {"decision_needed": ["daily_living"]}
    assert finds("MA-MANDATE", met(**must)) == [("e0", "high")]
    assert finds("MA-MANDATE", met(who=["citizen", "visitator"], **must)) == []
    assert finds("MA-MANDATE", met(**must, mandates_present=["gp:daily_living"])) == []
    assert finds("MA-MANDATE", met(**must, mandates_present=["gp:economy"])) == [("e0", "high")]
    away = met(**must, invited=["visitator"], absent=["visitator"])
    assert finds("MA-MANDATE", away) == [("e0", "high")]
    answer = at(3, "decision", application="mentor", outcome="granted")
    assert finds("MA-MANDATE", met(**must), answer) == []
    assert finds("MA-MANDATE", met(**must), met(4)) == []


def test_who_carries_the_everyday_is_not_asked():
    carries = at(0, "agreement_status", agreements=[agreed("a1", "relative")])
    assert finds("MA-RELATIVE", carries, met(3)) == [("e1", "medium")]
    assert finds("MA-RELATIVE", met(3)) == []
    assert finds("MA-RELATIVE", carries, met(3, who=["citizen", "relative"])) == []
    assert finds("MA-RELATIVE", carries, met(3, absent=["relative"])) == []
    no = at(1, "consent", consents=[{"to": "relative", "status": "refused"}])
    assert finds("MA-RELATIVE", carries, no, met(3)) == []
    assert finds("MA-RELATIVE", carries, met(3), asks_consent=True) == []
    yes = at(1, "consent", consents=[{"to": "relative", "status": "given"}])
    assert finds("MA-RELATIVE", carries, yes, met(3), asks_consent=True) == [("e2", "medium")]
    later = at(9, "agreement_status", agreements=[agreed("a1", "relative")])
    assert finds("MA-RELATIVE", met(3), later) == []
