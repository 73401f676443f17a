"""A course that was read in an emergency is one of the rows that Mandag asks for."""

from importlib import import_module

from django.db import migrations

BEFORE = str(import_module("landfast.redthread.migrations.0029_heard_of").WAITS.sql)
CASES = "union all select * from circles_waits_for_holder(me, today)\n"
READ = "    union all select * from consent_waits_for_holder(me, looked)\n"


class Migration(migrations.Migration):
    """One function with a room more; going back, it is what it was."""

    dependencies = (("redthread", "0029_heard_of"), ("consent", "0084_waits"))

    operations = (migrations.RunSQL(BEFORE.replace(CASES, CASES + READ, 1), BEFORE),)
