"""Who leaves a team soon is found by an index of its own.

Mandag asks it of every course one holds, and read all members of their teams, though hardly
anybody has said a last day.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One index, and no lock on the table."""

    atomic = False

    dependencies = (("network", "0034_unshared"),)

    operations = (
        migrations.RunSQL("drop index if exists members_leaving", migrations.RunSQL.noop),
        AddIndexConcurrently(
            "member",
            models.Index(
                fields=("course", "leaves_on"), name="members_leaving",
                condition=Q(until=None, leaves_on__isnull=False),
            ),
        ),
    )  # fmt: skip
