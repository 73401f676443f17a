"""Rules of phases, coordinator and endings, without a database."""

from datetime import date, timedelta

import pytest

from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.course.rules import coordinator, ending, handover, states
from landfast.course.rules.holding import Answers, Why, who_answers
from landfast.course.rules.profile import check_energy, check_profile
from landfast.course.rules.words import State
from landfast.kernel.business_days import is_business_day
from landfast.kernel.refusals import NotNow, Wrong

DAY = date(2026, 3, 2)
FULL = coordinator.Load(held=15, cap=15, is_new=False)
NORMS = coordinator.Norms(own=None, programme=15, programme_new=8)


@pytest.mark.parametrize("state", [s for s in State if s not in states.OVER])
def test_i_want_to_stop_works_from_every_state(state):
    states.check_move("stop", state)
    states.check_possible(state, State.STOPPED)
    assert not states.MOVES["stop"].needs
    assert not states.MOVES["stop"].reason_owed


def test_she_goes_on_in_the_phase_she_stopped_in():

    def again(before, paused_in):
        return ending.goes_on_in(before, paused_in, DAY, DAY)

    assert again(State.START, None) is State.START
    assert again(State.ACTIVE, State.START) is State.ACTIVE
    assert again(State.PAUSED, State.START) is State.START
    assert again(State.PAUSED, None) is State.ACTIVE
    assert again(State.CLOSING, None) is State.ACTIVE
    for state in (State.DETECTED, State.ASSESSMENT, State.WAITING, State.REOPENED):
        assert again(state, None) is None, state
    for state in (State.START, State.ACTIVE):
        states.check_possible(State.REOPENED, state)


def test_a_month_after_her_stop_is_the_last_day_to_go_on():
    last = DAY + ending.TAKE_UP_WITHIN
    assert ending.goes_on_in(State.ACTIVE, None, DAY, last) is State.ACTIVE
    assert ending.goes_on_in(State.ACTIVE, None, DAY, last + timedelta(days=1)) is None
    assert ending.TAKE_UP_WITHIN < ending.REOPEN_WITHIN


def test_every_shipped_transition_is_in_the_machine():
    for before, afters in states.shipped().items():
        assert afters <= states.machine()[before]


def test_every_move_is_somebodys():
    for name, move in states.MOVES.items():
        assert any(move.may in role.may for role in COURSE_ROLES.values()), name


def test_the_citizen_may_stop_pause_and_come_back_and_nobody_needs_a_reason_for_it():
    mine = COURSE_ROLES[CourseRole.CITIZEN].may
    for name in ("stop", "pause", "resume", "reopen"):
        assert states.MOVES[name].may in mine
        states.check_reason(name, "")


def test_a_course_does_not_jump():
    for before, after in (
        (State.ACTIVE, State.CLOSED), (State.CLOSED, State.ACTIVE), (State.STOPPED, State.START),
    ):  # fmt: skip
        with pytest.raises(NotNow):
            states.check_possible(before, after)


def test_a_move_that_is_not_the_citizens_is_explained():
    with pytest.raises(Wrong) as refused:
        states.check_reason("wind_up", "  ")
    assert refused.value.field == "reason"
    with pytest.raises(Wrong):
        states.check_reason("activate", "x" * 501)


@pytest.mark.parametrize(
    ("months", "own", "cap"), [(24, None, 15), (2, None, 8), (2, 12, 12), (24, 3, 3)]
)
def test_the_caseload_cap_is_ones_own_or_the_programmes_and_lower_for_new_ones(months, own, cap):
    norms = coordinator.Norms(own, 15, 8)
    employed = DAY - timedelta(days=30 * months)
    assert coordinator.caseload(0, norms, employed_on=employed, today=DAY).cap == cap


def test_neutral_unless_the_programme_allows_it_and_then_with_a_reason():
    coordinator.check_neutral(decides=False, model_allows=False, reason="")
    with pytest.raises(NotNow):
        coordinator.check_neutral(decides=True, model_allows=False, reason="god grund")
    with pytest.raises(Wrong):
        coordinator.check_neutral(decides=True, model_allows=True, reason=" ")
    coordinator.check_neutral(decides=True, model_allows=True, reason="Eneste, hun taler med")


def test_a_full_caseload_is_passed_by_the_daily_lead_only_and_with_a_reason():
    with pytest.raises(NotNow):
        coordinator.check_room(FULL, is_daily_lead=False, override="grund")
    with pytest.raises(Wrong):
        coordinator.check_room(FULL, is_daily_lead=True, override="")
    coordinator.check_room(FULL, is_daily_lead=True, override="To slutter i næste uge")


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [(-1, 3, "starts_on"), (3, 1, "ends_on"), (0, 57, "ends_on")],
)
def test_cover_is_time_boxed(starts, ends, field):
    with pytest.raises(Wrong) as refused:
        coordinator.check_period(
            DAY + timedelta(days=starts), DAY + timedelta(days=ends), DAY
        )  # fmt: skip
    assert refused.value.field == field


@pytest.mark.parametrize("days", [-1, 29])
def test_an_overlap_is_short(days):
    with pytest.raises(Wrong):
        handover.check_overlap(days)
    assert handover.overlap_until(DAY) == DAY + timedelta(days=14)


@pytest.mark.parametrize(("days", "fits"), [(0, False), (1, True), (56, True), (57, False)])
def test_a_pause_is_looked_at_within_eight_weeks(days, fits):
    if fits:
        ending.check_pause(DAY + timedelta(days=days), DAY)
        return
    with pytest.raises(Wrong):
        ending.check_pause(DAY + timedelta(days=days), DAY)


@pytest.mark.parametrize("day", [date(2026, 11, 29), date(2026, 11, 23), date(2026, 12, 6)])
def test_without_a_day_a_pause_is_looked_at_after_four_weeks_when_somebody_is_there(day):
    proposed = ending.proposed_review(day)
    ending.check_pause(proposed, day)
    assert is_business_day(proposed)
    assert timedelta(weeks=4) <= proposed - day <= timedelta(weeks=5)


def test_the_way_back_is_short_for_half_a_year():
    assert ending.may_reopen(DAY, DAY + timedelta(days=183))
    with pytest.raises(NotNow):
        ending.check_reopen(DAY, DAY + timedelta(days=184))


def test_the_first_who_is_there_answers_and_never_nobodys_number():
    second, line = Answers(Why.SECOND, "Mads", "1"), Answers(Why.LINE, "Vagten", "2")
    assert who_answers([second, line]) is second
    assert who_answers([Answers(Why.COORDINATOR, "Karen", ""), line]) is line
    assert who_answers([]) is None


def test_energy_is_one_of_five_and_a_meeting_has_at_least_two():
    with pytest.raises(Wrong):
        check_energy(6)
    with pytest.raises(Wrong) as refused:
        check_profile("", "", 1)
    assert refused.value.field == "largest_meeting"
    check_profile("", "", None)
