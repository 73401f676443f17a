"""A meeting that fell away with the course is one of the rows that Mandag asks for."""

from importlib import import_module

from django.db import migrations

LAST = import_module("landfast.redthread.migrations.0030_emergencies")
BEFORE = LAST.BEFORE.replace(LAST.CASES, LAST.CASES + LAST.READ, 1)
FALLEN = "    union all select * from meetings_waits_for_holder(mine, known, moment)\n"


class Migration(migrations.Migration):
    """One function with a room more; going back, it is what it was."""

    dependencies = (("redthread", "0030_emergencies"), ("meetings", "0108_fallen"))

    operations = (migrations.RunSQL(BEFORE.replace(LAST.READ, LAST.READ + FALLEN, 1), BEFORE),)
