"""How it went, told aloud at a meeting by its maker and written down by who leads it."""

from django.db import migrations, models

from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act


class Migration(migrations.Migration):
    """When it was told, and that the words are the maker's."""

    dependencies = (("plan", "0004_own_after_leaving"),)

    operations = (
        migrations.AddField("agreement", "told_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddField("agreementchange", "told_aloud", models.BooleanField(default=False)),
        migrations.AlterField(
            "agreementchange", "act", models.CharField(max_length=12, choices=choices(Act))
        ),
    )
