"""A column that a table gets later has a value of the database's own.

While a new version starts, processes of the version before still write rows, without the column.
"""

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.migrations import AddField, CreateModel
from django.db.migrations.loader import MigrationLoader

BEFORE = {
    "access": 22, "consent": 80, "course": 108, "meetings": 85, "notices": 30, "people": 2,
    "plan": 66,
}  # fmt: skip
"""Up to this migration of the room it was not asked: no version before them runs anywhere."""


def added():
    """Every column that came after its table, and is there yet: migration, model and field."""
    for (room, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        created = {op.name_lower for op in migration.operations if isinstance(op, CreateModel)}
        if not migration.__module__.startswith("landfast.") or name == "0001_initial":
            continue
        for op in migration.operations:
            if isinstance(op, AddField) and op.model_name_lower not in created:
                try:
                    field = apps.get_model(room, op.model_name)._meta.get_field(op.name)
                except (LookupError, FieldDoesNotExist):
                    continue  # renamed or taken away since
                yield room, name, field


def must_be_said(field):
    """Does the database refuse a row that says nothing of this column?"""
    with connection.cursor() as cursor:
        cursor.execute(
            "select 1 from information_schema.columns where table_schema = 'public'"
            " and table_name = %s and column_name = %s and is_nullable = 'NO'"
            " and column_default is null",
            [field.model._meta.db_table, field.column],
        )
        return cursor.fetchone() is not None


@pytest.mark.django_db
def test_what_was_added_later_needs_no_value_from_who_does_not_know_it():
    seen = list(added())
    assert len(seen) > 100
    asked = [one for one in seen if int(one[1][:4]) > BEFORE.get(one[0], 0)]
    lacking = [f"{room} {name}: {field}" for room, name, field in asked if must_be_said(field)]
    assert lacking == [], "give it a db_default: see plan/migrations/0085_hers.py"
