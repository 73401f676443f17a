"""Empty seats (B4): the reason, the citizen's answer, and the coordinator's task."""

from datetime import timedelta

import pytest

from landfast.insight.asks import Asks, asks
from landfast.journeys import empty_seats
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.network import models, queries
from landfast.network.rules import Said, SeatAnswer, is_asked, is_to_find
from landfast.programmes.rules import NeedArea
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.plan import wished
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    lived = started_course(town)
    wished(lived)
    return lived


def seats(actor, lived):
    with as_(actor):
        there = [*queries.relations(lived.id), *queries.members(lived.id)]
        return empty_seats.table_of(lived.id, there).empty


def says(lived, answer, need="housing"):
    with as_(lived.citizen):
        empty_seats.answer_seat(actor=lived.citizen, course_id=lived.id, need=need, answer=answer)


def writes_down(actor, lived, answer="yes", *, said_so=True):
    empty_seats.answer_seat(
        actor=actor, course_id=lived.id, need="housing", answer=answer, citizen_said_so=said_so
    )  # fmt: skip


def asked_of(actor, lived):
    with as_(actor):
        return asks(asked_of_holder([lived.id]), ())


@pytest.mark.parametrize(
    ("answer", "times", "changed", "asks"),
    [
        (SeatAnswer.NOT_NOW, 1, 1, True),
        (SeatAnswer.NOT_NOW, 1, -1, False),
        (SeatAnswer.NOT_NOW, 2, 1, False),
        (SeatAnswer.NEVER, 1, 1, False),
        (SeatAnswer.YES, 1, 1, False),
    ],
)
def test_not_now_is_asked_about_once_more_when_something_has_changed(answer, times, changed, asks):
    said = Said(answer, now(), times)
    assert is_asked(said, said.at + timedelta(hours=changed)) is asks


def test_a_yes_and_let_them_write_are_the_coordinators_task():
    assert {*filter(is_to_find, SeatAnswer)} == {SeatAnswer.YES, SeatAnswer.WRITE}


def test_a_wish_nobody_works_on_is_an_empty_seat_with_its_reason(town, lived):
    [seat] = seats(lived.citizen, lived)
    assert (seat.need, seat.by_wish, seat.asks) == (NeedArea.HOUSING, True, True)
    assert "home_support" in seat.roles
    in_the_team(lived, town.bo, by=town.karen)
    assert seats(lived.citizen, lived) == []


def test_only_the_citizen_answers_and_only_for_an_empty_seat(town, lived):
    in_the_team(lived, town.anna, by=town.karen, role="ward_staff")
    with as_(town.anna), pytest.raises(NotAllowed):
        writes_down(town.anna, lived)
    with as_(town.karen), pytest.raises(Wrong) as unsaid:
        writes_down(town.karen, lived, said_so=False)
    assert unsaid.value.field == "citizen_said_so"
    with pytest.raises(NotNow):
        says(lived, "yes", "crime")
    for need, answer in (("housing", "maybe"), ("moon", "yes")):
        with pytest.raises(Wrong):
            says(lived, answer, need)


def test_what_is_written_down_beside_her_is_marked_until_she_answers_herself(town, lived):
    with as_(town.karen):
        writes_down(town.karen, lived, "never")
    [seat] = seats(lived.citizen, lived)
    assert (seat.said.answer, seat.said.by_another) == (SeatAnswer.NEVER, True)
    says(lived, "not_now")
    [seat] = seats(lived.citizen, lived)
    assert (seat.said.answer, seat.said.by_another) == (SeatAnswer.NOT_NOW, False)


def test_a_yes_stands_on_the_coordinators_list_until_somebody_sits_there(town, lived):
    says(lived, "yes")
    [task] = asked_of(town.karen, lived)
    assert (task.what, task.need, task.writes_first) == (Asks.SEAT, NeedArea.HOUSING, False)
    in_the_team(lived, town.bo, by=town.karen)
    assert asked_of(town.karen, lived) == []


def test_never_is_not_asked_again_whatever_changes(town, lived):
    says(lived, "never")
    wished(lived)
    [seat] = seats(lived.citizen, lived)
    assert not seat.asks
    assert asked_of(town.karen, lived) == []


def test_not_now_is_asked_again_after_a_new_wish_and_then_rests(town, lived):
    says(lived, "not_now")
    assert not seats(lived.citizen, lived)[0].asks
    wished(lived)
    assert seats(lived.citizen, lived)[0].asks
    says(lived, "not_now")
    wished(lived)
    assert not seats(lived.citizen, lived)[0].asks


BESIDE = ("landlord", "visitator")


def beside(actor, lived):
    with as_(actor):
        there = [*queries.relations(lived.id), *queries.members(lived.id)]
        return {row.who.need: row for row in empty_seats.table_of(lived.id, there).beside}


def says_beside(lived, answer, need="housing"):
    with as_(lived.citizen):
        empty_seats.answer_seat(
            actor=lived.citizen, course_id=lived.id, need=need, answer=answer, is_beside=True
        )  # fmt: skip


@pytest.mark.parametrize("answer", SeatAnswer)
def test_each_answer_is_kept_for_whom_to_have_beside_and_the_seat_stays_unanswered(
    town, lived, answer
):
    assert beside(lived.citizen, lived)[NeedArea.HOUSING].asks
    says_beside(lived, answer)
    row = beside(town.karen, lived)[NeedArea.HOUSING]
    assert (row.said.answer, row.asks) == (answer, False)
    [seat] = seats(lived.citizen, lived)
    assert (seat.said, seat.asks) == (None, True)
    with as_(town.karen):
        said = models.Seat.objects.get(course_id=lived.id)
    assert tuple(said.beside) == BESIDE


def test_the_seat_and_whom_to_have_beside_have_an_answer_each(town, lived):
    says(lived, "never")
    says_beside(lived, "yes")
    says_beside(lived, "write")
    assert seats(town.karen, lived)[0].said.answer is SeatAnswer.NEVER
    row = beside(town.karen, lived)[NeedArea.HOUSING]
    assert (row.said.answer, row.said.times) == (SeatAnswer.WRITE, 2)


def test_never_beside_is_not_asked_again_and_not_now_once_more(town, lived):
    says_beside(lived, "not_now")
    wished(lived)
    assert beside(lived.citizen, lived)[NeedArea.HOUSING].asks
    says_beside(lived, "never")
    wished(lived)
    assert not beside(lived.citizen, lived)[NeedArea.HOUSING].asks
    assert asked_of(town.karen, lived) == []


def test_a_yes_beside_is_a_task_until_one_of_those_roles_is_there(town, lived):
    says_beside(lived, "write")
    [task] = asked_of(town.karen, lived)
    assert (task.what, task.need, task.writes_first) == (Asks.BESIDE, NeedArea.HOUSING, True)
    in_the_team(lived, town.bo, by=town.karen)
    assert [one.what for one in asked_of(town.karen, lived)] == [Asks.BESIDE]
    with as_(town.karen):
        models.Member.objects.filter(course_id=lived.id, person_id=town.bo.person_id).update(
            role="visitator"
        )
    assert asked_of(town.karen, lived) == []


def test_nobody_answers_beside_unasked_and_only_where_a_role_is_thought_of(town, lived):
    with as_(town.karen), pytest.raises(Wrong):
        empty_seats.answer_seat(
            actor=town.karen, course_id=lived.id, need="housing", answer="yes", is_beside=True
        )  # fmt: skip
    with pytest.raises(NotNow):
        says_beside(lived, "yes", "crime")
