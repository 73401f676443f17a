"""A task that goes to another citizen says her name: the maker sees the task, and no more of her.

The name is written anew by the database's function (course/0130), with a trace, and comes back.
"""

import json
from importlib import import_module

from django.db import migrations

BEFORE = import_module("landfast.plan.migrations.0087_tasks_go_along")
NAMED = BEFORE.GOES | {"names": ["about"]}


class Migration(migrations.Migration):
    """What the mover reads of one table, and one column that it may write."""

    dependencies = (("plan", "0088_offered_without_a_word"),)

    operations = (
        migrations.RunSQL(
            "grant update (about) on plan_task to landfast_helper;\n"
            + BEFORE.NOTE.format(json.dumps(NAMED)),
            BEFORE.NOTE.format(json.dumps(BEFORE.GOES))
            + "\nrevoke update (about) on plan_task from landfast_helper;",
        ),
    )
