"""Rules of promises, without a database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.plan.rules import deadlines, life, promise
from landfast.plan.rules.deadlines import Nearness
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import Act, AgreementState, MandateState

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "near"),
    [
        (date(2026, 11, 24), Nearness.LATER),
        (date(2026, 11, 25), Nearness.SOON),
        (FRIDAY, Nearness.TODAY),
        (date(2026, 11, 28), Nearness.LATE),
        (date(2026, 12, 2), Nearness.LATE),
        (date(2026, 12, 3), Nearness.STATUS_MISSING),
        (date(2026, 12, 11), Nearness.LEADER),
    ],
)
def test_deadlines_count_business_days(today, near):
    assert deadlines.nearness(AgreementState.ACCEPTED, FRIDAY, today) is near
    assert deadlines.nearness(AgreementState.PROPOSED, FRIDAY, today) is Nearness.LATER


def test_the_leader_is_reminded_on_the_day_on_which_the_page_says_so():
    """Also of what was due on a Saturday, or in the days of Easter."""
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(90)]
    for today in days:
        reached = {due for due in days if due <= deadlines.leader_threshold(today)}
        assert reached == {due for due in days if today >= deadlines.leader_on(due)}


def test_only_what_is_accepted_can_be_overdue():
    late = date(2026, 12, 24)
    overdue = {s for s in AgreementState if deadlines.is_overdue(s, FRIDAY, late)}
    assert overdue == {AgreementState.ACCEPTED, AgreementState.STARTED}


@pytest.mark.parametrize(
    ("text", "mandate", "locked"),
    [
        ("Fem timer om ugen", MandateState.CLEAR, "Fem timer om ugen"),
        ("Fem timer om ugen", MandateState.APPLICATION, "Søger om: Fem timer om ugen"),
        ("søger om en bolig", MandateState.AWAITS_LEADER, "søger om en bolig"),
        ("Ansøger om en bolig", MandateState.APPLICATION, "Ansøger om en bolig"),
    ],
)
def test_without_a_mandate_one_asks_for_it(text, mandate, locked):
    assert promise.locked_text(text, mandate) == locked


def test_an_agreement_hangs_on_a_wish_or_a_practical_problem():
    with pytest.raises(Wrong) as refused:
        promise.check_terms(Terms(text="Ringer"), FRIDAY)
    assert refused.value.field == "practical_problem"
    promise.check_terms(Terms(text="Ringer", practical_problem="Kulde"), FRIDAY)
    promise.check_terms(Terms(text="Ringer", wish_id=uuid4()), FRIDAY)


def test_only_the_maker_may_accept_and_an_open_one_anybody_in_the_team():
    me, other = uuid4(), uuid4()
    promise.check_may_accept(me, me, {me, other})
    promise.check_may_accept(None, me, {me, other})
    for maker, team in ((other, {me, other}), (me, {other}), (None, {other})):
        with pytest.raises(NotAllowed):
            promise.check_may_accept(maker, me, team)


def test_a_button_and_its_gate_cannot_disagree():
    for state in AgreementState:
        for act in Act:
            if life.may_step(state, act):
                life.check_step(state, act)
            else:
                with pytest.raises(NotNow):
                    life.check_step(state, act)


def test_a_talk_about_it_holds_for_five_business_days():
    talked = date(2026, 11, 23)
    assert deadlines.talk_still_holds(talked, date(2026, 11, 30))
    assert not deadlines.talk_still_holds(talked, date(2026, 12, 1))
    assert not deadlines.talk_still_holds(None, talked)


@pytest.mark.parametrize("today", [date(2026, 3, 30) + timedelta(days=n) for n in range(14)])
def test_nothing_after_the_bounds_has_waited_too_long(today):
    """Over Easter and a week after: what the database leaves out, no rule would choose."""
    for back in range(30):
        day = today - timedelta(days=back)
        assert not deadlines.is_silent(day, today) or day <= deadlines.silent_since(today)
        assert deadlines.is_silent(day, today) or day >= deadlines.silent_since(today)
        assert deadlines.is_unanswered(day, today) or day >= deadlines.unanswered_since(today)
        assert not deadlines.is_unanswered(day, today) or day <= deadlines.unanswered_since(today)
