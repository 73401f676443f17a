"""The citizen asks for another coordinator, and covers that last too long."""

from datetime import timedelta

import pytest

from landfast.access.queries import events
from landfast.course import models
from landfast.course.actions import changing, cover, handover
from landfast.course.queries.changing import change_wish, wishes_in_units
from landfast.course.rules.changing import ChangeState, answer_by, still_told
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def asks(lived):
    with as_(lived.citizen):
        changing.ask_for_another(actor=lived.citizen, course_id=lived.id)


def wish_of(lived):
    with as_(lived.citizen):
        return change_wish(lived.id)


def test_no_reason_is_asked_and_none_has_a_place(town, lived):
    asks(lived)
    wish = wish_of(lived)
    assert wish.is_open
    assert wish.answer_by == answer_by(today())
    assert "reason" not in {field.name for field in models.ChangeWish._meta.get_fields()}


def test_only_the_citizen_asks_and_only_once_at_a_time(town, lived):
    with as_(town.karen), pytest.raises(NotAllowed):
        changing.ask_for_another(actor=town.karen, course_id=lived.id)
    asks(lived)
    with as_(lived.citizen), pytest.raises(NotNow, match="asked_already"):
        changing.ask_for_another(actor=lived.citizen, course_id=lived.id)


def test_the_daily_lead_and_the_coordinator_are_told(town, lived):
    asks(lived)
    with as_(town.dorte):
        [row] = wishes_in_units([town.coordination])
    assert (row.citizen, row.holder) == ("Jytte Jensen", "Karen Koordinator")
    with as_(town.karen):
        [mine] = asked_of_holder([lived.id])
    assert (mine.what, mine.day) == ("another", row.answer_by)


def test_a_hand_over_is_the_yes(town, lived):
    asks(lived)
    with as_(town.dorte):
        offer = handover.offer(
            actor=town.dorte, course_id=lived.id, taker=town.mads.person_id, reason="Skift"
        )
    assert wish_of(lived).is_open
    with as_(town.mads):
        handover.accept(actor=town.mads, handover_id=offer)
    assert wish_of(lived).state is ChangeState.CHANGED


def test_after_a_talk_the_no_is_told_in_words_and_she_can_ask_again(town, lived):
    asks(lived)
    with as_(town.dorte):
        with pytest.raises(Wrong):
            changing.answer_kept(actor=town.dorte, course_id=lived.id, words=" ")
        changing.answer_kept(actor=town.dorte, course_id=lived.id, words="Karen ringer selv nu.")
    wish = wish_of(lived)
    assert (wish.state, wish.words) == (ChangeState.KEPT, "Karen ringer selv nu.")
    asks(lived)
    assert wish_of(lived).is_open


def test_the_coordinator_does_not_answer_for_herself(town, lived):
    asks(lived)
    with as_(town.karen), pytest.raises(NotAllowed):
        changing.answer_kept(actor=town.karen, course_id=lived.id, words="Nej")


def test_she_takes_it_back_and_nothing_is_left_of_it(town, lived):
    asks(lived)
    with as_(lived.citizen):
        changing.take_back(actor=lived.citizen, course_id=lived.id)
        with pytest.raises(NotNow):
            changing.take_back(actor=lived.citizen, course_id=lived.id)
    assert wish_of(lived) is None
    with as_(town.dorte):
        assert wishes_in_units([town.coordination]) == []


def test_a_course_that_ends_ends_the_wish(town, lived):
    asks(lived)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    assert wish_of(lived) is None


def test_the_answer_is_told_for_a_month():
    assert still_told(today() - timedelta(days=30), today())
    assert not still_told(today() - timedelta(days=31), today())


def test_a_cover_past_its_days_is_reminded_of_once_and_nobody_is_removed(town, lived):
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    with as_(None):
        assert cover.remind_of_late_covers() == 0
    with as_(town.dorte):
        models.Coordinatorship.objects.filter(ended_at=None).update(
            cover_until=today() - timedelta(days=1)
        )
    with as_(None):
        assert [cover.remind_of_late_covers(), cover.remind_of_late_covers()] == [1, 0]
    with as_(town.lars):
        assert [row.kind for row in events(lived.id, ["cover.late"])] == ["cover.late"]
    with as_(town.dorte):
        [row] = asked_of_holder([lived.id])
        assert (row.what, row.day) == ("cover_past", today() - timedelta(days=1))
        assert models.Coordinatorship.objects.get(ended_at=None).person_id == town.dorte.person_id
