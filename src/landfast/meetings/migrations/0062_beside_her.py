"""Interpreter, companion, places to avoid; each one's own line; only the points she agreed to."""

from django.db import migrations, models

from landfast.course.rules.languages import Language


def words(limit: int) -> models.CharField:
    """Short words that may be missing."""
    return models.CharField(max_length=limit, blank=True, default="")


class Migration(migrations.Migration):
    """Columns."""

    dependencies = (("meetings", "0061_why_so"),)

    operations = (
        *(
            migrations.AddField(model, name, words(limit), preserve_default=False)
            for model, name, limit in (
                ("meeting", "avoid_places", 200), ("meeting", "companion", 120),
                ("meeting", "interpreter_who", 120), ("participant", "own_task", 200),
                ("participant", "own_limit", 200),
            )
        ),
        migrations.AddField(
            "meeting", "interpreter",
            models.CharField(
                max_length=12, blank=True, default="",
                choices=[(one.value, one.value) for one in Language],
            ),
            preserve_default=False,
        ),
        migrations.AddField("theme", "is_agreed", models.BooleanField(default=True)),
    )  # fmt: skip
