"""Intake: reasons, two pairs of eyes, no answer by itself; referrals and calls."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from landfast.access.roles import CourseRole
from landfast.course.rules import callback, intake, referral
from landfast.course.rules.callback import CallOutcome, Sign
from landfast.course.rules.intake import Answered, Proposal, Summary
from landfast.course.rules.reason import REASON_MAX
from landfast.course.rules.words import Answer, Outcome, ReferralState, Says, State
from tests.refusing import refused

MONDAY = date(2026, 3, 2)
ONE, TWO = UUID(int=1), UUID(int=2)
WAITS = Proposal(Outcome.WAITING, "Fuldt hus", expected_on=date(2026, 3, 3), calls_meanwhile=ONE)
NO = Proposal(Outcome.DECLINED, "Bor ikke her", instead="Ring til egen kommune", appeal="Skriv")


def test_a_summary_counts_and_concludes_nothing():
    answers = [Answer.YES, Answer.YES, Answer.NO, Answer.UNCLEAR]
    assert intake.summary(answers, 6) == Summary(2, 1, 1, 2)


def test_ten_business_days_and_a_place_for_each_reason():
    assert intake.decide_by(MONDAY) == date(2026, 3, 16)
    assert intake.reason_field(ONE) == f"reason_{ONE}"


@pytest.mark.parametrize(
    ("state", "role", "whole", "may"),
    [
        (State.ASSESSMENT, CourseRole.PROFESSIONAL, True, True),
        (State.ASSESSMENT, CourseRole.INTAKE, False, True),
        (State.DECLINED, CourseRole.LEAD, False, True),
        (State.ASSESSMENT, CourseRole.LEAD, False, False),
        (State.DECLINED, CourseRole.PROFESSIONAL, False, False),
    ],
)
def test_who_reads_the_reasons(state, role, whole, may):
    if may:
        intake.check_may_read(state, frozenset({role}), whole=whole)
    else:
        with refused("not_intake"):
            intake.check_may_read(state, frozenset({role}), whole=whole)


def test_each_answer_has_a_reason_and_a_question():
    answer = Answered(ONE, Answer.YES, "Har sagt det")
    intake.check_answers([answer], frozenset({ONE}))
    with refused("nothing_answered"):
        intake.check_answers([], frozenset({ONE}))
    with refused("no_such_criterion"):
        intake.check_answers([answer], frozenset({TWO}))
    with refused("reason_missing", f"reason_{ONE}"):
        intake.check_answers([replace(answer, reason=" ")], frozenset({ONE}))


@pytest.mark.parametrize("state", State)
def test_criteria_belong_to_intake_and_only_a_no_is_looked_at_again(state):
    for check, allowed, code in (
        (intake.check_in_intake, {State.ASSESSMENT, State.WAITING}, "not_in_intake"),
        (intake.check_can_be_reassessed, {State.DECLINED}, "not_declined"),
    ):
        if state in allowed:
            check(state)
        else:
            with refused(code):
                check(state)


def test_all_is_answered_and_one_proposal_waits():
    intake.check_all_answered(0)
    with refused("criteria_missing"):
        intake.check_all_answered(1)
    intake.check_no_open_proposal(None)
    with refused("proposed_already"):
        intake.check_no_open_proposal("Karen")
    intake.check_nobody_answered_since(None)
    with refused("answered_meanwhile"):
        intake.check_nobody_answered_since("Karen")


def test_the_second_pair_of_eyes_is_another_and_looks_at_the_same():
    assert intake.may_confirm(ONE, TWO) is True
    assert intake.may_confirm(ONE, ONE) is False
    intake.check_second_pair_of_eyes(ONE, TWO)
    with refused("two_pairs_of_eyes"):
        intake.check_second_pair_of_eyes(ONE, ONE)
    intake.check_still_open(ONE, ONE)
    for open_id in (TWO, None):
        with refused("proposal_gone"):
            intake.check_still_open(open_id, ONE)


@pytest.mark.parametrize(
    ("proposal", "code"),
    [
        (replace(WAITS, reason=" "), "reason_missing"),
        (replace(WAITS, expected_on=None), "expected_missing"),
        (replace(WAITS, expected_on=MONDAY), "expected_past"),
        (replace(WAITS, expected_on=MONDAY + timedelta(days=366)), "expected_far"),
        (replace(WAITS, calls_meanwhile=None), "who_calls"),
        (replace(NO, instead=" "), "instead_missing"),
        (replace(NO, appeal=" "), "appeal_missing"),
    ],
)
def test_what_a_proposal_lacks(proposal, code):
    with refused(code):
        intake.check_proposal(proposal, MONDAY)


@pytest.mark.parametrize(
    "proposal",
    [WAITS, NO, Proposal(Outcome.OFFERED, "Ja"),
     replace(WAITS, expected_on=MONDAY + timedelta(days=365))],
)  # fmt: skip
def test_a_proposal_that_says_enough(proposal):
    intake.check_proposal(proposal, MONDAY)


def test_the_letter_says_what_was_decided_and_what_then():
    offered = intake.letter(Outcome.OFFERED, reason="Derfor")
    assert offered[0].text.startswith("Vi vil gerne tilbyde")
    assert [one.is_ours for one in offered] == [True, False, True]
    no = intake.letter(Outcome.DECLINED, reason="Derfor", instead="Ring", appeal="Skriv")
    assert [(one.text, one.is_ours) for one in no[1:]] == [
        ("Derfor", False), ("Ring", False), ("Skriv", False),
    ]  # fmt: skip
    bare = intake.letter(Outcome.WAITING, reason="Derfor")
    assert len(bare) == 2
    full = intake.letter(
        Outcome.WAITING, reason="Derfor", position=3, expected_on=MONDAY, caller="Karen"
    )
    assert len(full) == 5
    assert [one.values for one in full] == [
        {}, {}, {"n": 3}, {"day": MONDAY}, {"name": "Karen"},
    ]  # fmt: skip


def test_a_step_back_is_explained_in_a_line():
    intake.check_because("x" * REASON_MAX)
    with refused("reason_missing", "because"):
        intake.check_because(" ")
    with refused("reason_too_long", "because"):
        intake.check_because("x" * (REASON_MAX + 1))


def test_her_no_stops_a_referral_and_without_her_yes_it_waits():
    referral.check_citizen_has_not_said_no(Says.YES)
    referral.check_citizen_has_not_said_no(Says.NOT_ASKED)
    with refused("citizen_said_no", "says"):
        referral.check_citizen_has_not_said_no(Says.NO)
    assert referral.first_state(Says.YES) is ReferralState.NEW
    assert referral.first_state(Says.NOT_ASKED) is ReferralState.WAITS_FOR_YES
    assert referral.expires_on(MONDAY, Says.YES) is None
    assert referral.expires_on(MONDAY, Says.NOT_ASKED) == date(2026, 4, 1)
    assert referral.answer_by(MONDAY) == date(2026, 3, 9)


def test_who_was_not_asked_is_asked_by_somebody():
    referral.check_somebody_asks(Says.NOT_ASKED, ONE)
    referral.check_somebody_asks(Says.YES, None)
    with refused("who_asks", "who_asks"):
        referral.check_somebody_asks(Says.NOT_ASKED, None)


def test_a_referral_says_who_and_what_is_seen():
    referral.check_words("Jytte", "Sover ude")
    with refused("name_missing", "name"):
        referral.check_words(" ", "Sover ude")
    with refused("seen_missing", "seen"):
        referral.check_words("Jytte", " ")
    referral.check_is_citizen(True)
    with refused("citizens_only"):
        referral.check_is_citizen(False)


@pytest.mark.parametrize("state", ReferralState)
def test_a_referral_is_taken_once_and_answered_once(state):
    if state is ReferralState.NEW:
        referral.check_can_be_taken(state, "")
    else:
        waits = state is ReferralState.WAITS_FOR_YES
        with refused("waits_for_yes" if waits else "taken_already"):
            referral.check_can_be_taken(state, "Karen")
    if state is ReferralState.WAITS_FOR_YES:
        referral.check_waits_for_yes(state)
    else:
        with refused("answered_already"):
            referral.check_waits_for_yes(state)


def test_nobody_writes_twice():
    referral.check_no_other_way_in(False, False)
    with refused("has_a_course"):
        referral.check_no_other_way_in(True, False)
    with refused("has_written"):
        referral.check_no_other_way_in(False, True)


def test_needs_stand_once_in_the_order_of_the_list():
    assert referral.known_needs(["economy", "x", "housing", "economy"]) == ["housing", "economy"]


def test_a_receipt_can_be_read_aloud():
    code = referral.new_receipt()
    assert len(code) == 8
    assert code[3] == "-"
    assert set(code) - {"-"} <= set(referral.ALPHABET)


@pytest.mark.parametrize(
    ("age", "sign"),
    [
        (None, Sign.STAMP_FORGED),
        (callback.QUICKEST_SECONDS - 0.1, Sign.TOO_QUICK),
        (callback.OLDEST_SECONDS + 0.1, Sign.STAMP_OLD),
        (callback.QUICKEST_SECONDS, None),
        (callback.OLDEST_SECONDS, None),
    ],
)
def test_the_age_of_a_form_tells(age, sign):
    found = callback.signs(trap="", age_seconds=age, from_elsewhere=False)
    assert found == (frozenset({sign}) if sign else frozenset())


def test_the_trap_and_another_site_tell_too_and_weigh_together():
    found = callback.signs(trap="x", age_seconds=60, from_elsewhere=True)
    assert found == {Sign.TRAP_FILLED, Sign.FROM_ELSEWHERE}
    assert callback.suspicion(found) == 70
    assert callback.suspicion(frozenset()) == 0


def test_a_call_ends_with_anything_but_no_answer_and_is_made_once():
    assert {o for o in CallOutcome if not callback.ends_it(o)} == {CallOutcome.NO_ANSWER}
    assert all(callback.ends_it(o) is True for o in set(CallOutcome) - {CallOutcome.NO_ANSWER})
    assert callback.expires_on(MONDAY) == date(2026, 3, 16)
    callback.check_not_called(False, "")
    with refused("already_called"):
        callback.check_not_called(True, "Karen")


def test_no_name_of_another_and_an_area_of_the_list():
    callback.check_name_is_own(about_self=True, name="Jytte")
    callback.check_name_is_own(about_self=False, name="")
    with refused("name_of_another", "name"):
        callback.check_name_is_own(about_self=False, name="Jytte")
    callback.check_area("housing")
    with refused("no_such_area", "area"):
        callback.check_area("min nabo")
    assert callback.area_name("psychiatry", about_self=True) == "Hvordan jeg har det"
    assert callback.area_name("psychiatry", about_self=False) == "Hvordan de har det"
    assert callback.area_name("x", about_self=True) == callback.AREAS[callback.UNSURE]
