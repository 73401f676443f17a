"""Ring mig op: everybody gets a receipt, junk sinks, nobody is refused."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.course import models
from landfast.course.actions import callback
from landfast.course.queries.calls import CALLS_SHOWN
from landfast.course.queries.intake import inbox
from landfast.course.rules.callback import CallOutcome, Sign
from landfast.kernel import clock
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from tests.factories.referrals import referred
from tests.factories.town import as_

LEAVE = "select course_leave_callback(%s, %s, 'housing', false, '', %s, %s, %s)"


def left(town, phone="20304050", source="one", **changes) -> str:
    told = {"area": "housing", "about_self": False, "unit_id": town.coordination}
    with as_(None):
        return callback.leave(phone=phone, source=source, **{**told, **changes})


def calls_of(town):
    with as_(town.karen):
        return inbox(town.karen)


def test_a_stranger_leaves_a_number_and_gets_a_code(town):
    code = left(town, phone="+45 20 30 40 50")
    row = calls_of(town).calls[0]
    assert (row.code, row.phone, row.name) == (code, "20304050", "")


def test_no_name_of_another(town):
    with pytest.raises(Wrong) as refusal:
        left(town, name="Jytte")
    assert refusal.value.field == "name"
    left(town, name="Jytte", about_self=True)
    assert [row.name for row in calls_of(town).calls] == ["Jytte"]


@pytest.mark.parametrize(
    "story",
    [
        {"phone": "min nabo drikker"},
        {"area": "min nabo drikker"},
        {"about_self": False, "name": "Jytte"},
    ],
)
def test_the_database_keeps_no_story_and_no_name_of_another(town, story):
    left(town, about_self=True)
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.Callback.objects.update(**story)


def test_strangers_read_and_write_nothing_themselves(town):
    left(town)
    with as_(None):
        assert models.Callback.objects.count() == 0
    with as_(town.anna):
        assert models.Callback.objects.count() == 0


def test_only_units_that_coordinate_are_rung_for(town):
    with pytest.raises(DatabaseError, match="does not call back"):
        left(town, unit_id=town.ward)


def test_pressing_twice_gives_the_same_receipt(town):
    assert left(town) == left(town)
    assert len(calls_of(town).calls) == 1


def test_several_people_behind_one_address_are_trusted(town):
    for number in range(10):
        left(town, phone=f"2030405{number}", source="the shelter")
    assert len(calls_of(town).calls) == 10


def test_a_flood_from_one_address_sinks_its_first_ones_too(town):
    for number in range(12):
        left(town, phone=f"203040{number:02}", source="flood")
    left(town, phone="40506070", source="home")
    found = calls_of(town)
    assert [row.phone for row in found.calls] == ["40506070"]
    assert found.doubtful_count == 12


def test_junk_with_her_number_does_not_push_her_down(town):
    left(town, source="robot", signs=frozenset({Sign.TRAP_FILLED}))
    left(town, source="home")
    assert len(calls_of(town).calls) == 1


def test_a_number_is_forgotten_after_fourteen_days(town):
    left(town)
    for days, gone in ((13, 0), (14, 1)):
        with clock.at(clock.now() + timedelta(days=days)), as_(None):
            assert callback.expire() == gone


def test_calling_back(town):
    left(town)
    call = calls_of(town).calls[0]
    with as_(town.karen):
        callback.note_call(actor=town.karen, callback_id=call.id, outcome=CallOutcome.NO_ANSWER)
    assert calls_of(town).calls[0].tries == 1
    with as_(town.karen):
        callback.note_call(actor=town.karen, callback_id=call.id, outcome=CallOutcome.ADVICE)
    assert calls_of(town).calls == []
    with as_(town.bo), pytest.raises(NotFound):
        callback.note_call(actor=town.bo, callback_id=call.id, outcome=CallOutcome.ADVICE)
    with as_(town.mads), pytest.raises(NotNow, match="Karen Koordinator har allerede ringet"):
        callback.note_call(actor=town.mads, callback_id=call.id, outcome=CallOutcome.ADVICE)


def test_a_yes_on_the_telephone_becomes_a_referral(town):
    left(town)
    call = calls_of(town).calls[0]
    referred(town, by=town.karen, callback_id=call.id)
    found = calls_of(town)
    assert (len(found.calls), len(found.new)) == (0, 1)


def test_twenty_real_ones_stand_before_ten_thousand_junk(town, django_assert_max_num_queries):
    """Half the junk betrays itself, half looks like a person and comes often. Issue 2 §6."""
    with as_(None), connection.cursor() as cursor:
        cursor.execute("select setseed(0.42)")
        cursor.execute(
            "select count(course_leave_callback(%s, (30000000 + n)::text, 'housing', false, '',"
            " 'junk ' || (n %% 50), case when n %% 100 < 50 then 20 else 0 end, %s))"
            " from generate_series(1, 10000) n where n %% 500 <> 0",
            [town.coordination, clock.now()],
        )
        codes = []
        for number in range(20):  # four of them behind one address
            source = "the library" if number < 4 else f"home {number}"
            cursor.execute(LEAVE, [town.coordination, f"2030{number:04}", source, 0, clock.now()])
            codes.append(cursor.fetchone()[0])
    with django_assert_max_num_queries(12):
        found = calls_of(town)
    assert {row.code for row in found.calls} == set(codes)
    assert found.doubtful_count == 9980
    assert len(found.calls) + len(found.doubtful) == CALLS_SHOWN


def test_a_hard_ceiling_protects_the_database(town):
    real = left(town)
    with as_(None), connection.cursor() as cursor:
        cursor.execute("select setseed(0.42)")
        cursor.execute(
            "select count(course_leave_callback(%s, (30000000 + n)::text, 'housing', false, '',"
            " 'junk ' || (n %% 400), 50, %s)) from generate_series(1, 21500) n",
            [town.coordination, clock.now()],
        )
    found = calls_of(town)
    assert found.doubtful_count <= 20_200
    assert [row.code for row in found.calls] == [real]
