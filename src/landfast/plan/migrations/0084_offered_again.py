"""A task knows which agreement it was: when that is promised again, it is no task any more."""

import django.db.models.deletion
from django.db import migrations, models

from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act


class Migration(migrations.Migration):
    """A column without a value for what was before, and two acts more."""

    dependencies = (("plan", "0083_offers"),)

    operations = (
        migrations.AddField(
            "task",
            "agreement",
            models.ForeignKey(
                "plan.Agreement", django.db.models.deletion.RESTRICT, null=True, blank=True,
                related_name="+",
            ),
        ),
        migrations.AlterField(
            "agreementchange", "act", models.CharField(max_length=12, choices=choices(Act))
        ),
    )  # fmt: skip
