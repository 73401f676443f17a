"""What ships with Landfast is written by its background work, and by nobody else."""

import pytest
from django.db import Error, connection, transaction

from landfast.programmes import models
from landfast.programmes.actions import load_shipped as loaded_by
from tests.factories.shipped import load_shipped
from tests.factories.town import as_


def test_nobody_who_is_logged_in_changes_what_ships(town):
    load_shipped()
    assert load_shipped() == 0
    for who in (town.karen, town.dorte, None):
        with as_(who), connection.cursor() as cursor:
            assert models.Programme.objects.count() >= 3
            for table in ("programmes_programme", "programmes_criterion"):
                for sql in (f"update {table} set code = 'x'", f"delete from {table}"):
                    with pytest.raises(Error, match="permission denied"), transaction.atomic():
                        cursor.execute(sql)
            with pytest.raises(Error, match="row-level security"), transaction.atomic():
                models.Criterion.objects.create(
                    programme=models.Programme.objects.first(), code="x", position=1, text="x"
                )


def test_without_landfast_itself_nothing_is_loaded(town):
    with as_(town.dorte), pytest.raises(Error, match="row-level security"), transaction.atomic():
        loaded_by()
