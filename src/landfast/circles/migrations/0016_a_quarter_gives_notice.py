"""The planner of a quarter is told how much notice each meeting's format gives (C3)."""

from importlib import import_module

from django.db import migrations

KNOWS = import_module("landfast.circles.migrations.0011_a_quarter_knows")
TOLD = "'must', f.must_attend,"


class Migration(migrations.Migration):
    """One function told one thing more."""

    dependencies = (("circles", "0015_was_there_default"),)

    operations = (
        migrations.RunSQL(
            str(KNOWS.FACTS.sql).replace(TOLD, f"{TOLD} 'notice', f.notice_days,"),
            str(KNOWS.FACTS.sql),
        ),
    )
