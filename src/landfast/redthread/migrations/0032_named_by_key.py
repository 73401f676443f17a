"""Who is named on Mandag is looked up by key: a join read everybody who is employed, each time.

The planner cannot know that a dozen rows come out of so many questions, and made a table of all
employees ready for them.
"""

from importlib import import_module

from django.db import migrations

LAST = import_module("landfast.redthread.migrations.0031_fallen")
READ = LAST.LAST.READ
BEFORE = LAST.BEFORE.replace(READ, READ + LAST.FALLEN, 1)
NAMED = "coalesce(p.name, '')::text"
JOINED = " left join people_person p on p.id = w.who and p.kind = 'staff'"
BY_KEY = """coalesce((
           select p.name from people_person p where p.id = w.who and p.kind = 'staff'), '')::text"""
AFTER = BEFORE.replace(NAMED, BY_KEY).replace(JOINED, "")


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0031_fallen"), ("network", "0035_leaving"))

    operations = (migrations.RunSQL(AFTER, BEFORE),)
