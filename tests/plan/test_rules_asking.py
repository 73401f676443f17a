"""What a leader is asked and answers, and who keeps what a unit has promised. No database."""

from datetime import date
from uuid import UUID

import pytest

from landfast.access.roles import CourseRole
from landfast.plan.rules import deciding, for_unit, mandate
from landfast.plan.rules.deciding import (
    INTERIM_MAX,
    REASON_MAX,
    WORDS_MAX,
    Appeal,
    DecisionAbout,
    DecisionAnswer,
)
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementState, MandateState
from tests.refusing import refusal_of, refused

S = AgreementState
LEADER, BO, ANNA = (UUID(int=n) for n in (1, 2, 3))
UNIT, OTHER = UUID(int=8), UUID(int=9)
MONDAY, NEXT_MONDAY = date(2026, 3, 2), date(2026, 3, 9)
WHY = "Rammen er brugt"


@pytest.mark.parametrize(
    ("question", "reason", "is_staff", "is_self", "code"),
    [
        ("Må Bo komme?", "Hun er alene", True, False, None),
        ("x" * WORDS_MAX, "x" * REASON_MAX, True, False, None),
        ("Må Bo komme?", "Hun er alene", False, False, "not_a_leader"),
        ("Må Bo komme?", "Hun er alene", True, True, "not_a_leader"),
        (" ", "Hun er alene", True, False, "no_question"),
        ("x" * (WORDS_MAX + 1), "Hun er alene", True, False, "no_question"),
        ("Må Bo komme?", "", True, False, "no_reason"),
        ("Må Bo komme?", "x" * (REASON_MAX + 1), True, False, "no_reason"),
    ],
)
def test_another_employee_is_asked_with_a_question_and_a_reason(
    question, reason, is_staff, is_self, code
):
    asked = refusal_of(
        deciding.check_question, question, reason, is_staff=is_staff, is_self=is_self
    )
    assert asked == code


@pytest.mark.parametrize(
    ("answer", "because", "instead", "code"),
    [
        (DecisionAnswer.YES, "x" * WORDS_MAX, "", None),
        (DecisionAnswer.YES, "x" * (WORDS_MAX + 1), "", "decision_without_reason"),
        (DecisionAnswer.INSTEAD, WHY, "x" * WORDS_MAX, None),
        (DecisionAnswer.INSTEAD, WHY, "x" * (WORDS_MAX + 1), "instead_of_what"),
        (DecisionAnswer.INSTEAD, WHY, " ", "instead_of_what"),
        (DecisionAnswer.YES, WHY, "Noget andet", "instead_of_what"),
    ],
)
def test_an_answer_has_a_reason_and_instead_says_what(answer, because, instead, code):
    said = refusal_of(deciding.check_decision, answer, because, instead, appeal=Appeal.MUNICIPALITY)
    assert said == code


def test_what_holds_meanwhile_is_a_sentence():
    assert refusal_of(deciding.check_interim, "x" * INTERIM_MAX) is None
    assert refusal_of(deciding.check_interim, "x" * (INTERIM_MAX + 1)) == "too_long"


def test_after_a_leaders_yes_the_promise_is_clear_and_says_who_decided():
    after = deciding.granted(Terms("Bo kommer", mandate=MandateState.AWAITS_LEADER), "Sanne")
    assert (after.text, after.mandate, after.decided_by) == (
        "Bo kommer", MandateState.CLEAR, "Sanne",
    )  # fmt: skip


def test_a_question_is_answered_or_taken_back_once():
    assert refusal_of(deciding.check_waits, waits=True) is None
    assert refusal_of(deciding.check_waits, waits=False) == "decision_is_over"


@pytest.mark.parametrize(
    ("state", "waits", "about", "may"),
    [
        (S.PROPOSED, False, DecisionAbout.GRANT, True),
        (S.PROPOSED, True, DecisionAbout.GRANT, False),
        (S.KEPT, False, DecisionAbout.GRANT, False),
        (S.BROKEN, False, DecisionAbout.PROMISE, True),
        (S.PROPOSED, False, DecisionAbout.PROMISE, False),
    ],
)
def test_one_leader_at_a_time_is_asked_about_what_is_open(state, waits, about, may):
    assert deciding.may_ask_decision(state, waits=waits, about=about) is may
    code = refusal_of(deciding.check_may_ask_decision, state, waits=waits, about=about)
    assert code == (None if may else "no_decision_to_ask")


def test_a_leader_names_within_five_business_days_who_keeps_it():
    assert for_unit.name_by(MONDAY) == NEXT_MONDAY


@pytest.mark.parametrize(
    ("named_by", "today", "missing"),
    [(None, NEXT_MONDAY, False), (NEXT_MONDAY, NEXT_MONDAY, False), (MONDAY, NEXT_MONDAY, True)],
)
def test_a_name_is_missing_when_its_last_day_has_gone(named_by, today, missing):
    assert for_unit.name_is_missing(named_by, today) is missing


def test_only_who_leads_a_unit_promises_for_it():
    assert refusal_of(for_unit.check_leads, UNIT, {UNIT}) is None
    assert refusal_of(for_unit.check_leads, OTHER, {UNIT}) == "not_your_unit"


@pytest.mark.parametrize(
    ("maker", "unit", "may", "code"),
    [
        (LEADER, UNIT, True, None),
        (BO, UNIT, False, "not_the_leader"),
        (LEADER, None, False, "not_for_a_unit"),
        (BO, None, False, "not_for_a_unit"),
    ],
)
def test_the_leader_who_promised_for_the_unit_asks_somebody(maker, unit, may, code):
    assert for_unit.may_name(maker, unit, LEADER) is may
    assert refusal_of(for_unit.check_may_name, maker, unit, LEADER) == code


@pytest.mark.parametrize(
    ("person", "team", "unit", "code"),
    [
        (BO, {BO}, {BO}, None),
        (LEADER, {LEADER}, {LEADER}, "not_of_the_unit"),
        (BO, set(), {BO}, "not_of_the_unit"),
        (BO, {BO}, set(), "not_of_the_unit"),
    ],
)
def test_who_is_asked_is_another_of_the_unit_and_in_her_team(person, team, unit, code):
    assert refusal_of(for_unit.check_named, person, LEADER, team, unit) == code


@pytest.mark.parametrize(("named", "may"), [(BO, True), (ANNA, False), (None, False)])
def test_nobody_takes_over_for_another(named, may):
    assert for_unit.may_take_over(named, BO) is may
    assert refusal_of(for_unit.check_may_take_over, named, BO) == (None if may else "not_the_named")


def test_a_no_to_keeping_it_has_a_line_and_points_to_one_who_could():
    assert refusal_of(for_unit.check_handed_back, "Jeg rejser", None, {ANNA}) is None
    assert refusal_of(for_unit.check_handed_back, "Jeg rejser", ANNA, {ANNA}) is None
    with refused("missing", "why"):
        for_unit.check_handed_back(" ", None, {ANNA})
    with refused("not_of_the_unit", "instead"):
        for_unit.check_handed_back("Jeg rejser", BO, {ANNA})


@pytest.mark.parametrize(
    ("maker", "roles", "may"),
    [
        (BO, {CourseRole.PROFESSIONAL}, True),
        (ANNA, {CourseRole.COORDINATOR}, True),
        (ANNA, {CourseRole.PROFESSIONAL}, False),
    ],
)
def test_the_maker_or_who_holds_the_threads_sends_the_bill(maker, roles, may):
    assert mandate.may_send_bill(maker, BO, frozenset(roles)) is may
    code = refusal_of(mandate.check_may_send_bill, maker, BO, frozenset(roles))
    assert code == (None if may else "not_your_bill")
