"""Vacant courses are found by their covers, which are few, not by asking every course of the unit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One small partial index."""

    dependencies = (("course", "0006_intake_keeps_close"),)

    operations = (
        migrations.AddIndex(
            "coordinatorship",
            models.Index(
                fields=("course",),
                name="covers_now",
                condition=models.Q(ended_at=None, kind="cover"),
            ),
        ),
    )
