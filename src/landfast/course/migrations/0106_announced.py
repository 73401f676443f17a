"""A change of coordinator may have its day, and the successor's yes to it (B6)."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Two columns that may be empty."""

    dependencies = (("course", "0105_uncounted"),)

    operations = (
        migrations.AddField("handover", "begins_on", models.DateField(null=True, blank=True)),
        migrations.AddField("handover", "promised_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddConstraint(
            "handover",
            models.CheckConstraint(
                name="promised_for_a_day",
                condition=Q(promised_at=None) | Q(begins_on__isnull=False),
            ),
        ),
    )
