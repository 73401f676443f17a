"""A statement made once answers each call with its own values."""

from datetime import UTC, date, datetime

import pytest
from django.db import DataError, connection, transaction
from django.db.models import F, Value

from landfast.kernel.pooled.moments import UtcLoader
from landfast.kernel.reading import DAY, ID, IDS, Once, Question, together
from landfast.people import actions, models, queries
from landfast.people.rules import LeaveKind
from tests.factories.town import as_

pytestmark = pytest.mark.django_db

NAMES = Once(
    lambda ids: models.Person.objects.filter(id__any_of=ids).order_by("name")
    .annotate(who=F("name"), word=Value("ord")).values_list("id", "who", "word"), IDS,
)  # fmt: skip
LEAVES = Once(
    lambda person, day: models.Leave.objects.filter(person_id=person, starts_on__lte=day)
    .order_by("id").values_list("starts_on"), ID, DAY,
)  # fmt: skip


def test_each_call_is_answered_for_its_own_values(town, django_assert_num_queries):
    karen, bo = town.karen.person_id, town.bo.person_id
    with django_assert_num_queries(3):
        assert [row.who for row in NAMES([karen])] == ["Karen Koordinator"]
        assert [(row.id, row.word) for row in NAMES([bo])] == [(bo, "ord")]
        assert NAMES([]) == []


def test_a_day_is_sent_anew_with_every_call(town):
    karen = town.karen.person_id
    with as_(town.karen):
        actions.note_leave(
            person_id=karen, kind=next(iter(LeaveKind)), starts_on=date(2030, 5, 2), ends_on=None
        )
    assert LEAVES(karen, date(2030, 5, 1)) == []
    assert [row.starts_on for row in LEAVES(karen, date(2030, 5, 2))] == [date(2030, 5, 2)]
    assert LEAVES(town.bo.person_id, date(2030, 5, 2)) == []


def test_it_answers_as_the_query_set_would(town):
    units = [job.unit_id for job in queries.employments(person_id=town.karen.person_id)]
    assert queries.staff_of(units) == queries.employments(unit_ids=units)


def test_a_moment_comes_in_utc_by_the_quick_reader(db):
    words = ["2026-10-25 02:30:00.5+02", "2026-01-01 00:00+00", "0900-06-01 12:00+00"]
    with connection.cursor() as cursor:
        cursor.execute("select one::timestamptz from unnest(%s::text[]) one", [words])
        found = [moment for (moment,) in cursor.fetchall()]
        loader = cursor.connection.adapters.get_loader(1184, 0)
    assert found[0] == datetime(2026, 10, 25, 0, 30, 0, 500_000, tzinfo=UTC)
    assert found[1:] == [datetime(2026, 1, 1, tzinfo=UTC), datetime(900, 6, 1, 12, tzinfo=UTC)]
    assert {moment.tzinfo for moment in found} == {UTC}
    assert loader is UtcLoader


def _first(sql: str, *values):
    return Question(sql, values, lambda found: found[0][0])


def test_questions_sent_together_are_answered_each_for_itself(town, django_assert_num_queries):
    karen, bo = town.karen.person_id, town.bo.person_id
    with django_assert_num_queries(3):
        one, none, number, other = together(
            NAMES.asked([karen]), None, _first("select %s::int + 1", 41), NAMES.asked([bo])
        )
    assert ([row.who for row in one], none, number) == (["Karen Koordinator"], None, 42)
    assert [row.id for row in other] == [bo]
    assert together(None, None) == [None, None]
    assert together(None, _first("select 1")) == [None, 1]


def test_what_one_writes_the_next_one_reads(town):
    tell = "select set_config('landfast.test', %s, true)"
    read = "select current_setting('landfast.test')"
    assert together(_first(tell, "a"), _first(read), _first(tell, "b"), _first(read)) == [*"aabb"]


def test_when_one_fails_none_is_answered_and_the_transaction_goes_on_from_its_savepoint(town):
    made = []
    # words of their own: what was to be prepared behind the error is not, and these connections
    # keep what they have prepared over a rollback, as no other does (tests/conftest.py)
    before, behind = (Question(f"select {one!r}", [], made.append) for one in ("before", "behind"))
    with pytest.raises(DataError), transaction.atomic():
        together(before, _first("select 1 / %s::int", 0), behind)
    assert made == []
    assert together(_first("select 1"), _first("select 2")) == [1, 2]


def test_more_can_be_made_of_an_answer(town):
    assert together(
        _first("select 20").then(lambda found: found + 1), _first("select 1")
    ) == [21, 1]  # fmt: skip
