"""The last meeting of a course and its next one are found without reading the others.

Mandag asks both of every course one holds, and read all meetings they ever had.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Two indexes, and no lock on the table."""

    atomic = False

    dependencies = (("meetings", "0109_fallen_by_index"),)

    operations = (
        migrations.RunSQL(
            [
                "drop index if exists meetings_last_held",
                "drop index if exists meetings_ahead",
            ],
            migrations.RunSQL.noop,
        ),
        AddIndexConcurrently(
            "meeting",
            models.Index(
                fields=("course", "-held_at", "-id"), name="meetings_last_held",
                condition=Q(state="held"),
            ),
        ),
        AddIndexConcurrently(
            "meeting",
            models.Index(
                fields=("course", "starts_at", "id"), name="meetings_ahead",
                condition=Q(state__in=("called", "running")),
            ),
        ),
    )  # fmt: skip
