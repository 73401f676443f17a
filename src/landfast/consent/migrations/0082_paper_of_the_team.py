"""A yes on paper to somebody in the team has the paper itself beside it, as a share has."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = (("consent", "0081_lighter"), ("files", "0005_sealed"))

    operations = (
        migrations.AddField(
            "consent",
            "evidence_file",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="files.file",
            ),
        ),
    )  # fmt: skip
