"""The few lines for who was taken off a meeting are found by an index of their own.

Invitations are written all day: it is made beside the work.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One index, and no lock on the table."""

    atomic = False

    dependencies = (("meetings", "0112_taken_off"),)

    operations = (
        migrations.RunSQL("drop index if exists invites_taken_off", migrations.RunSQL.noop),
        AddIndexConcurrently(
            "invite",
            models.Index(
                fields=("taken_off",), name="invites_taken_off",
                condition=Q(taken_off__isnull=False),
            ),
        ),
    )  # fmt: skip
