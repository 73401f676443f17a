"""A guest's sign says which day the meeting was."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """A column that may be empty; those written before say no day."""

    dependencies = (("course", "0114_energy"),)

    operations = (
        migrations.AddField("signal", "met_on", models.DateField(null=True, blank=True)),
        migrations.AddConstraint(
            "signal",
            models.CheckConstraint(
                name="met_on_is_a_guests", condition=Q(met_on=None) | Q(seen_as="meeting")
            ),
        ),
    )
