"""The few meetings that fell away with a course are found by an index of their own.

Meetings are written all day: it is made beside the work.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One index, and no lock on the table."""

    atomic = False

    dependencies = (("meetings", "0108_fallen"),)

    operations = (
        migrations.RunSQL("drop index if exists meetings_fallen", migrations.RunSQL.noop),
        AddIndexConcurrently(
            "meeting",
            models.Index(
                fields=("course",), name="meetings_fallen",
                condition=Q(state="cancelled", ended="with_course"),
            ),
        ),
    )  # fmt: skip
