"""One citizen after the other without end: the log takes no more, and says so."""

import importlib

import pytest
from django.db import connections
from django.urls import reverse

from landfast.access import models
from landfast.access.looks.looking import list_records, open_record
from landfast.access.rules import READ_MOST, READ_WITHIN
from landfast.access.session import acting
from landfast.kernel import clock
from landfast.kernel.refusals import TooMany
from tests.factories.courses import started_course
from tests.factories.town import as_
from tests.own import settled
from tests.web.conftest import enter

COUNT = importlib.import_module("landfast.access.migrations.0104_records_in_a_row").COUNT


@pytest.fixture
def two_in_a_row(own_database):
    """The same count, and it ends at two citizens: sixty would take the test a minute."""
    function = COUNT.split("alter function")[0].replace(
        "create function", "create or replace function"
    )
    owner = connections["owner"]
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], own_database
    with owner.cursor() as cursor:
        cursor.execute(function.replace(f">= {READ_MOST}", ">= 2"))
    owner.close()
    owner.settings_dict["NAME"] = before
    town = settled()
    return town, [started_course(town) for _ in range(3)]


def test_after_so_many_the_next_one_waits_and_the_attempt_is_logged(two_in_a_row, caplog):
    town, lived = two_in_a_row
    karen = enter(town.karen)
    first, second, third = (reverse("course", args=[one.id]) for one in lived)
    assert [karen.get(url).status_code for url in (first, second, first, second)] == [200] * 4
    answer = karen.get(third)
    assert answer.status_code == 429
    assert "Vent ti minutter" in answer.content.decode()
    with as_(lived[2].citizen):
        rows = models.Look.objects.filter(scope_id=lived[2].id, person_id=town.karen.person_id)
        assert [row.allowed for row in rows] == [False]
    assert any(getattr(one, "facts", {}).get("event") == "records.too_many"
               for one in caplog.records)  # fmt: skip
    assert karen.get(first).status_code == 200


def test_time_passes_and_lists_and_ones_own_do_not_count(two_in_a_row):
    town, lived = two_in_a_row
    with acting(town.karen, reading=True):
        list_records(town.karen, [one.id for one in lived], "Mine borgere")
        for one in lived[:2]:
            open_record(town.karen, one.id, "Forløbet")
    for one in lived:
        with acting(one.citizen, reading=True):
            open_record(one.citizen, one.id, "Mit forløb")
    with acting(town.karen, reading=True), pytest.raises(TooMany):
        open_record(town.karen, lived[2].id, "Forløbet")
    with clock.at(clock.now() + READ_WITHIN), acting(town.karen, reading=True):
        open_record(town.karen, lived[2].id, "Forløbet")
