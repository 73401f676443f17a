"""Minutes that were recalled were written: nobody is asked to write them once more (C6)."""

from importlib import import_module

from django.db import migrations

from landfast.access.stood import Whole

NEAR = import_module("landfast.meetings.migrations.0103_coming_on_mandag").NEAR
WRITE = import_module("landfast.meetings.migrations.0086_who_instead").TO_WRITE
STANDS = "p.state in ('draft', 'shown', 'seen', 'published'"


def _with_recalled(sql: str) -> str:
    fresh = sql.replace("create function", "create or replace function", 1)
    return fresh.replace(STANDS, f"{STANDS}, 'recalled'")


class Migration(migrations.Migration):
    """Two functions anew."""

    dependencies = (("meetings", "0118_all_she_said"),)

    operations = (
        Whole("meetings_near", _with_recalled(str(NEAR.sql))),
        Whole("meetings_to_write", _with_recalled(str(WRITE.sql))),
    )
