"""Vacant courses are found by their covers, which are few, not by asking every course of the unit.

A cover is told by its end: a prepared statement does not carry the word that would choose the
index, but it carries a null.
"""

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
                condition=models.Q(ended_at=None, cover_until__isnull=False),
            ),
        ),
    )
