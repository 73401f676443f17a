"""Circles, seats and meetings; themes and agreements between units, and no citizen in them."""

from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from landfast.circles import models
from landfast.circles.actions import agreeing, raising, standing, summing
from landfast.circles.actions.agreeing import Proposed
from landfast.circles.queries import points
from landfast.circles.queries import standing as reads
from landfast.circles.rules.agreeing import AgreementState
from landfast.circles.rules.figures import FEW
from landfast.circles.rules.kinds import Kind
from landfast.circles.rules.standing import EVERY, SittingState, proposed_days
from landfast.kernel import clock
from landfast.kernel.business_days import is_business_day
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.circles import circle
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def units(town):
    return circle(town, Kind.UNITS)


def agreed(town, round_, by=None, owner=None, **more):
    who = by or town.karen
    said = {"text": "Ringer samme dag, når en bliver udskrevet", "due_on": today() + timedelta(14)}
    with as_(who):
        return agreeing.propose(
            actor=who, circle_id=round_.id,
            proposed=Proposed(owner_unit=owner or town.coordination, **(said | more)),
        )  # fmt: skip


def state(town, agreement):
    with as_(town.lars):
        return points.agreement(agreement).state


def test_only_a_leader_begins_one_and_only_who_keeps_it_says_who_sits_there(town, units):
    with as_(town.karen):
        shape = standing.Shape("Vores", "Alt", 1, 0, clock.now().time(), 60)
        with pytest.raises(NotAllowed):
            standing.begin(
                actor=town.karen, unit_id=town.coordination, kind=Kind.BOARD, shape=shape
            )
        with pytest.raises(NotAllowed):
            standing.seat(
                actor=town.karen, circle_id=units.id, person_id=town.bo.person_id,
                unit_id=town.social,
            )  # fmt: skip
        assert models.Circle.objects.filter(id=units.id).update(name="Mit eget") == 0
    with as_(town.lars), pytest.raises(NotFound):  # for a unit that the person does not work in
        standing.seat(
            actor=town.lars, circle_id=units.id, person_id=town.bo.person_id, unit_id=town.ward
        )


def test_everybody_may_leave_but_the_one_who_leads(town, units):
    with as_(town.lars):
        lars = next(row for row in reads.seats(units.id) if row.person == "Lars Leder")
        with pytest.raises(NotNow, match="en anden"):
            standing.unseat(actor=town.lars, circle_id=units.id, seat_id=lars.id)
    with as_(town.anna):
        rows = {row.person: row.id for row in reads.seats(units.id)}
        with pytest.raises(NotAllowed):
            standing.unseat(
                actor=town.anna, circle_id=units.id, seat_id=rows["Solveig Sagsbehandler"]
            )
        standing.unseat(actor=town.anna, circle_id=units.id, seat_id=rows["Anna Afsnit"])
        assert not reads.sits(units.id)


def test_one_meeting_is_planned_at_a_time_and_moving_it_keeps_the_row(town, units):
    first = units.plans()
    assert units.plans(now() + timedelta(days=5)) == first
    with as_(town.lars):
        assert reads.next_sitting(units.id).sequence == 1
        with pytest.raises(NotNow, match="ikke begyndt"):
            standing.hold(actor=town.lars, sitting_id=first)
        with pytest.raises(Wrong, match="ikke er gået"):
            standing.plan(actor=town.lars, circle_id=units.id, starts_at=now())
    with as_(town.karen), pytest.raises(NotAllowed):
        standing.cancel(actor=town.karen, sitting_id=first)
    with clock.at(now() + timedelta(days=6)), as_(town.lars):
        standing.hold(actor=town.lars, sitting_id=first)
        assert reads.sitting(first).state is SittingState.HELD


def test_a_theme_names_no_citizen_and_what_nobody_got_to_stands_on_the_next_agenda(town, units):
    sitting = units.plans()
    with as_(town.solveig):
        raise_ = {"actor": town.solveig, "circle_id": units.id, "raised_from": town.social}
        with pytest.raises(Wrong, match="Se på det her"):
            raising.raise_theme(**raise_, text="Udskrivning", why="Det gik galt for Jytte Jensen")
        with pytest.raises(Wrong, match="pege på"):
            raising.raise_theme(**raise_, text="Sagen 010190-1234", why="Den trækker ud")
        first = raising.raise_theme(
            **raise_, text="Udskrivning fra Afsnit P3 fredag", why="Vi hører det først mandag"
        )
        second = raising.raise_theme(**raise_, text="Nøgler til boliger", why="Ingen har dem")
    with clock.at(now() + timedelta(days=4)), as_(town.anna):
        summing.sum_theme(
            actor=town.anna, sitting_id=sitting, theme_id=first,
            said={"agreed": "Afsnittet ringer torsdag."},
        )  # fmt: skip
    with as_(town.lars):
        assert [row.id for row in points.waiting_themes(units.id)] == [second]
        assert [row.id for row in points.themes_of(sitting)] == [first]


def test_nobody_binds_another_unit(town, units):
    own = agreed(town, units)
    assert state(town, own) is AgreementState.AGREED
    asked = agreed(town, units, owner=town.ward)
    assert state(town, asked) is AgreementState.PROPOSED
    with as_(town.karen), pytest.raises(NotAllowed):
        agreeing.answer(actor=town.karen, agreement_id=asked, says=AgreementState.AGREED)
    with as_(town.anna):
        agreeing.answer(actor=town.anna, agreement_id=asked, says=AgreementState.AGREED)
    assert state(town, asked) is AgreementState.AGREED
    with pytest.raises(Wrong, match="er med i mødet"):
        agreed(town, units, owner=town.intake_elsewhere())


def test_it_is_carried_over_until_it_is_closed_and_what_was_not_done_says_why(town, units):
    agreement = agreed(town, units, owner=town.social)
    with as_(town.bo):  # not in the circle; in the unit that owns it
        assert [row.id for row in points.owned_by([town.social])] == [agreement]
        agreeing.answer(actor=town.bo, agreement_id=agreement, says=AgreementState.AGREED)
        with pytest.raises(Wrong, match="hvorfor"):
            agreeing.close(actor=town.bo, agreement_id=agreement, how=AgreementState.NOT_KEPT)
    with as_(town.lars):
        assert [row.id for row in points.carried_over(units.id)] == [agreement]
    with as_(town.bo):
        agreeing.move(actor=town.bo, agreement_id=agreement, due_on=today() + timedelta(days=30))
        agreeing.close(actor=town.bo, agreement_id=agreement, how=AgreementState.KEPT)
        with pytest.raises(NotNow):
            agreeing.close(actor=town.bo, agreement_id=agreement, how=AgreementState.KEPT)
    with as_(town.lars):
        assert points.carried_over(units.id) == []


def test_units_that_do_not_sit_there_and_citizens_see_neither_theme_nor_agreement(town, units):
    agreement = agreed(town, units)
    with as_(town.solveig):
        raising.raise_theme(
            actor=town.solveig, circle_id=units.id, raised_from=town.social, text="Nøgler",
            why="Ingen har dem",
        )  # fmt: skip
    town.intake_elsewhere()
    for stranger in (town.ove, started_course(town).citizen):
        with as_(stranger):
            assert points.waiting_themes(units.id) == []
            with pytest.raises(NotFound):
                points.agreement(agreement)


def test_a_board_sees_figures_of_its_units_and_no_figure_under_five(town):
    board = circle(town, Kind.BOARD)
    started_course(town)
    with as_(town.anna):
        rows = {row.unit: row for row in points.figures(board.id)}
        assert rows["Koordinatorteamet"].courses == FEW
        assert rows["Afsnit P3"].courses == 0
    for stranger in (town.vibeke, town.bo):
        with as_(stranger):
            assert points.figures(board.id) == []


def test_figures_are_for_board_meetings_only(town, units):
    with as_(town.lars), connection.cursor() as cursor:
        cursor.execute("select count(*) from circles_figures(%s)", [units.id])
        assert cursor.fetchone() == (0,)


@given(
    st.integers(0, 4), st.sampled_from(EVERY), st.dates(today(), today() + timedelta(days=800)),
    st.none() | st.integers(1, 400),
)  # fmt: skip
def test_days_keep_the_rhythm_and_no_holiday(weekday, every, day, ago):
    last = day - timedelta(days=ago) if ago else None
    days = proposed_days(weekday, every, last, day)
    assert len(days) == 3
    assert all(one > day and one.weekday() == weekday and is_business_day(one) for one in days)
    assert days == sorted(set(days))
