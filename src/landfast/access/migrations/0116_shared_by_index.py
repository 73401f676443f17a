"""Who is shared with is found by its own index.

The grants of a large place are many, what is shared with a unit is a small part of them, and the
table is written to all day: the index is made beside the work.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One index, and no lock on the table."""

    atomic = False

    dependencies = (("access", "0115_waiting"),)

    operations = (
        migrations.RunSQL("drop index if exists grant_shared_with_unit", migrations.RunSQL.noop),
        AddIndexConcurrently(
            "grant",
            models.Index(
                fields=("unit", "post"), name="grant_shared_with_unit",
                condition=Q(role="recipient", unit__isnull=False),
            ),
        ),
    )  # fmt: skip
