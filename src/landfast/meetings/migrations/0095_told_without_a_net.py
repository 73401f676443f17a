"""How a promise went is told on the leader's phone without a net too (C5): a kind of act, a clash."""

from django.db import migrations, models

from landfast.kernel.choices import choices
from landfast.meetings.rules.merging import ActKind, Clash


class Migration(migrations.Migration):
    """Words that the two columns may hold; the table stays as it is."""

    dependencies = (("meetings", "0094_pulse_by_link"),)

    operations = (
        migrations.AlterField(
            "roomact", "kind", models.CharField(choices=choices(ActKind), max_length=10)
        ),
        migrations.AlterField(
            "roomact", "clash", models.CharField(blank=True, choices=choices(Clash), max_length=8)
        ),
    )
