"""Rooms and fixed meeting days, and who keeps them."""

from datetime import date, time

import pytest
from django.db import DatabaseError, transaction

from landfast.directory import models, places
from landfast.directory.rules import Block, check_block, check_room, released_until
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.town import as_

MORNING = Block(1, time(9), time(12))


def room(town, actor=None, **changes):
    given = {"name": "Stuen", "place": "Rådhuset", "seats": 8, "way": 15, **changes}
    actor = actor or town.dorte
    with as_(actor):
        return places.add_room(actor=actor, unit_id=town.coordination, **given)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (("", "Huset", 4, 0), "no_name"), (("A", " ", 4, 0), "no_place"),
        (("A", "Huset", 0, 0), "seats"), (("A", "Huset", 201, 0), "seats"),
        (("A", "Huset", 4, -1), "way"), (("A", "Huset", 4, 181), "way"),
    ],
)  # fmt: skip
def test_a_room_has_a_name_a_house_and_seats(told, code):
    with pytest.raises(Wrong) as refused:
        check_room(*told)
    assert refused.value.code == code
    check_room("A", "Huset", 200, 180)


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (Block(1, time(12), time(12)), "ends_early"), (Block(1, time(11), time(13)), "across"),
        (Block(1, time(8), time(13)), "across"), (Block(1, time(12), time(13)), None),
        (Block(2, time(9), time(12)), None),
    ],
)  # fmt: skip
def test_meeting_days_do_not_lie_across_each_other(block, code):
    if code is None:
        check_block(block, [MORNING])
        return
    with pytest.raises(Wrong) as refused:
        check_block(block, [MORNING])
    assert refused.value.code == code


def test_reserved_slots_are_released_ten_business_days_before():
    assert released_until(date(2027, 1, 4)) == date(2027, 1, 18)
    assert released_until(date(2027, 3, 22)) == date(2027, 4, 8)  # Easter lies between


def test_the_daily_leader_keeps_rooms_and_days(town):
    stuen = room(town)
    with pytest.raises(NotNow):
        room(town)
    with as_(town.dorte):
        places.add_meeting_day(actor=town.dorte, unit_id=town.coordination, block=MORNING)
        (day,) = places.meeting_days([town.coordination])
        assert (day.block, day.unit_id) == (MORNING, town.coordination)
        assert [one.called for one in places.rooms_in(town.municipality)] == ["Stuen, Rådhuset"]
        assert places.rooms_in(town.region) == []
        places.close_room(actor=town.dorte, unit_id=town.coordination, room_id=stuen)
        places.remove_meeting_day(actor=town.dorte, unit_id=town.coordination, day_id=day.id)
        assert places.rooms_of(town.coordination) == []
        assert places.meeting_days([town.coordination]) == []
        with pytest.raises(NotFound):
            places.close_room(actor=town.dorte, unit_id=town.coordination, room_id=stuen)
    room(town)


def test_others_read_them_and_write_nothing(town):
    stuen = room(town)
    for actor in (town.karen, town.anna):
        with pytest.raises(NotAllowed):
            room(town, actor, name="Loftet")
        with as_(actor):
            assert [one.name for one in places.rooms_of(town.coordination)] == ["Stuen"]
            assert models.Room.objects.filter(id=stuen).update(seats=1) == 0
            with pytest.raises(DatabaseError), transaction.atomic():
                models.MeetingDay(
                    unit_id=town.coordination, weekday=1, opens=time(9), closes=time(12)
                ).save(force_insert=True)
