"""Who may answer, change, confirm, report and end an agreement; when it is late; what it needs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from landfast.access.roles import CourseRole
from landfast.plan.rules import answering, deadlines, life, promise
from landfast.plan.rules.answering import Report
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import Act, AgreementState, MandateState
from tests.refusing import refused

S = AgreementState
BO, KAREN, ANNA = (UUID(int=n) for n in (1, 2, 3))
HELPER = frozenset({CourseRole.PROFESSIONAL})
HOLDS = frozenset({CourseRole.COORDINATOR})
HER = frozenset({CourseRole.CITIZEN})
MONDAY = date(2026, 3, 2)
OFFERED = datetime(2026, 3, 2, tzinfo=UTC)
TERMS = Terms(
    "Ringer til udlejer", practical_problem="Ingen nøgle", due_on=date(2026, 3, 10),
    follow_up_by=KAREN, follow_up_on=date(2026, 3, 12),
)  # fmt: skip


def test_only_the_maker_is_the_maker():
    assert answering.is_maker(BO, BO) is True
    assert answering.is_maker(BO, ANNA) is False
    assert answering.is_maker(None, ANNA) is False
    answering.check_is_maker(BO, BO)
    with refused("not_the_maker"):
        answering.check_is_maker(BO, ANNA)


def test_those_who_hold_the_threads_follow_up():
    assert answering.follows_up(HOLDS) is True
    assert answering.follows_up(HELPER) is False
    assert answering.follows_up(HER) is False


def test_while_nobody_is_asked_a_helper_may_take_it_up():
    assert answering.speaks_as_maker(BO, KAREN, BO, HELPER) is True
    assert answering.speaks_as_maker(BO, KAREN, ANNA, HELPER) is False
    assert answering.speaks_as_maker(None, KAREN, ANNA, HELPER) is True
    assert answering.speaks_as_maker(None, ANNA, ANNA, HELPER) is False
    assert answering.speaks_as_maker(None, KAREN, ANNA, HER) is False
    assert answering.speaks_as_maker(None, BO, KAREN, HOLDS) is False


@pytest.mark.parametrize(
    ("maker", "proposer", "actor", "roles", "team", "may"),
    [
        (BO, ANNA, BO, HELPER, {BO}, True),
        (BO, ANNA, BO, HELPER, set(), False),
        (BO, ANNA, ANNA, HELPER, set(), True),
        (BO, ANNA, KAREN, HOLDS, set(), True),
        (BO, ANNA, KAREN, HER, set(), True),
        (BO, ANNA, KAREN, HELPER, {KAREN}, False),
    ],
)
def test_a_proposal_is_between_two(maker, proposer, actor, roles, team, may):
    assert answering.may_change(maker, proposer, actor, roles, team) is may
    if may:
        answering.check_may_change(maker, proposer, actor, roles, team)
    else:
        with refused("not_yours_to_change"):
            answering.check_may_change(maker, proposer, actor, roles, team)


def test_an_offer_is_said_yes_to_by_others_than_its_maker():
    answering.check_may_confirm(OFFERED, BO, ANNA, ANNA, HELPER)
    answering.check_may_confirm(OFFERED, BO, ANNA, KAREN, HER)
    with refused("no_offer"):
        answering.check_may_confirm(None, BO, ANNA, ANNA, HELPER)
    for actor, roles in ((BO, HOLDS), (KAREN, HELPER)):
        assert answering.may_confirm(OFFERED, BO, ANNA, actor, roles) is False
        with refused("not_yours_to_confirm"):
            answering.check_may_confirm(OFFERED, BO, ANNA, actor, roles)
    assert answering.may_confirm(None, BO, ANNA, ANNA, HELPER) is False
    assert answering.may_confirm(OFFERED, BO, ANNA, ANNA, HELPER) is True


def test_how_it_went_is_told_by_its_maker_or_by_who_follows_up():
    assert answering.may_report(BO, BO, HELPER) is True
    assert answering.may_report(BO, KAREN, HOLDS) is True
    answering.check_may_report(BO, BO, HELPER)
    with refused("not_yours_to_report"):
        answering.check_may_report(BO, ANNA, HELPER)


@pytest.mark.parametrize("report", Report)
def test_what_was_not_kept_has_its_because(report):
    answering.check_because(report, "Syg")
    if report is Report.KEPT:
        answering.check_because(report, "")
    else:
        with refused("no_because", "because"):
            answering.check_because(report, " ")


@pytest.mark.parametrize("state", S)
def test_a_broken_one_is_taken_up_when_she_has_said_yes(state):
    answering.check_citizen_yes(state, True)
    if state in {S.BROKEN, S.PARTLY}:
        with refused("ask_the_citizen_first"):
            answering.check_citizen_yes(state, False)
    else:
        answering.check_citizen_yes(state, False)


@pytest.mark.parametrize("state", S)
def test_no_longer_wanted_is_hers_and_a_proposal_also_its_proposers(state):
    own = state is S.PROPOSED
    assert answering.may_lapse(BO, BO, HELPER, state) is own
    assert answering.may_lapse(BO, ANNA, HELPER, state) is False
    assert answering.may_lapse(BO, KAREN, HER, state) is True
    answering.check_may_lapse(BO, KAREN, HER, state, citizen_said_so=False)
    answering.check_may_lapse(BO, KAREN, HOLDS, state, citizen_said_so=True)
    with refused("not_the_citizens_word"):
        answering.check_may_lapse(BO, KAREN, HOLDS, state, citizen_said_so=False)
    with refused("not_yours_to_end"):
        answering.check_may_lapse(BO, ANNA, HELPER, state, citizen_said_so=True)
    if own:
        answering.check_may_lapse(BO, BO, HELPER, state, citizen_said_so=False)


def test_the_clocks_count_business_days_and_end_after_their_last_day():
    assert deadlines.answer_by(MONDAY) == date(2026, 3, 5)
    assert deadlines.leader_threshold(date(2026, 3, 16)) == MONDAY
    for rule, last in (
        (deadlines.is_unanswered, date(2026, 3, 5)),
        (deadlines.is_silent, date(2026, 3, 16)),
        (deadlines.is_quiet, date(2026, 3, 23)),
    ):
        assert rule(MONDAY, last) is False
        assert rule(MONDAY, last + timedelta(days=1)) is True
    assert deadlines.is_overdue(S.ACCEPTED, MONDAY, MONDAY) is False
    assert deadlines.is_overdue(S.ACCEPTED, MONDAY, MONDAY + timedelta(days=1)) is True


@pytest.mark.parametrize("state", S)
def test_it_counts_when_its_maker_said_yes_and_is_open_until_it_is_told(state):
    running = state in {S.ACCEPTED, S.STARTED}
    assert life.counts(state) is (running or state in {S.KEPT, S.PARTLY, S.BROKEN})
    assert life.is_open(state) is (running or state is S.PROPOSED)


def test_an_arrow_leads_on_and_a_stale_page_answers_nothing():
    assert life.may_step(S.PROPOSED, Act.ACCEPT) is True
    assert life.check_step(S.PROPOSED, Act.ACCEPT) is S.ACCEPTED
    assert life.may_step(S.KEPT, Act.ACCEPT) is False
    life.check_fresh(2, 2)
    life.check_fresh(2, None)
    with refused("agreement_changed"):
        life.check_fresh(2, 1)


def test_words_are_there_and_fit():
    promise.check_words("x" * 5, 5, "text", "Skriv")
    with refused("too_long", "text"):
        promise.check_words("x" * 6, 5, "text", "Skriv")
    with refused("missing", "text"):
        promise.check_words(" ", 5, "text", "Skriv")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": " "}, "missing"),
        ({"practical_problem": " "}, "no_wish"),
        ({"starts_on": date(2026, 3, 11)}, "due_before_start"),
        ({"due_on": date(2026, 3, 1)}, "past"),
        ({"follow_up_on": date(2026, 3, 1)}, "past"),
        ({"due_on": MONDAY + timedelta(days=promise.FAR + 1)}, "far"),
        ({"mandate": MandateState.APPLICATION}, "no_decider"),
    ],
)
def test_what_a_proposal_lacks(changed, code):
    promise.check_terms(TERMS, MONDAY)
    with refused(code):
        promise.check_terms(replace(TERMS, **changed), MONDAY)


@pytest.mark.parametrize(
    "fits",
    [
        {"starts_on": date(2026, 3, 10)},
        {"due_on": MONDAY},
        {"due_on": MONDAY + timedelta(days=promise.FAR)},
        {"due_on": None},
    ],
)
def test_dates_that_fit(fits):
    promise.check_terms(replace(TERMS, **fits), MONDAY)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"due_on": None}, "no_due"),
        ({"follow_up_by": None}, "no_follow_up"),
        ({"follow_up_on": None}, "no_follow_up_day"),
    ],
)
def test_a_yes_is_to_a_date_and_a_follow_up(changed, code):
    promise.check_complete(TERMS)
    with refused(code):
        promise.check_complete(replace(TERMS, **changed))


def test_whether_it_was_kept_is_asked_on_its_date_or_later():
    promise.check_follows(replace(TERMS, follow_up_on=TERMS.due_on))
    promise.check_follows(replace(TERMS, due_on=None))
    with refused("follows_early", "follow_up_on"):
        promise.check_follows(replace(TERMS, follow_up_on=TERMS.due_on - timedelta(days=1)))


def test_a_yes_to_a_date_that_has_gone_is_none():
    promise.check_still_ahead(replace(TERMS, due_on=None), MONDAY)
    promise.check_still_ahead(replace(TERMS, due_on=MONDAY), MONDAY)
    with refused("due_is_past", "due_on"):
        promise.check_still_ahead(replace(TERMS, due_on=date(2026, 3, 1)), MONDAY)


def test_the_maker_is_in_the_team():
    promise.check_maker(None, set())
    promise.check_maker(BO, {BO})
    with refused("not_in_team", "maker"):
        promise.check_maker(BO, {ANNA})


def test_nobody_takes_over_for_themselves():
    promise.check_backup(None, None, set())
    promise.check_backup(BO, None, {BO})
    promise.check_backup(BO, ANNA, {BO, ANNA})
    with refused("not_in_team", "backup"):
        promise.check_backup(BO, ANNA, {ANNA})
    with refused("backup_is_maker", "backup"):
        promise.check_backup(BO, BO, {BO})


@pytest.mark.parametrize("rating", [None, 0, 10])
def test_a_figure_from_nought_to_ten_if_she_likes(rating):
    promise.check_rating(rating)
    for wrong in (-1, 11):
        with refused("rating", "rating"):
            promise.check_rating(wrong)


def test_who_asked_takes_it_back_and_at_a_meeting_also_who_leads_it():
    answering.check_may_withdraw(BO, BO, HELPER, at_table=False)
    answering.check_may_withdraw(BO, KAREN, HOLDS, at_table=True)
    for actor, roles, at_table in ((KAREN, HOLDS, False), (ANNA, HELPER, True), (KAREN, HER, True)):
        with refused("not_yours_to_withdraw"):
            answering.check_may_withdraw(BO, actor, roles, at_table=at_table)
    assert answering.is_unanswered(None) is True
    assert answering.is_unanswered(OFFERED) is False
