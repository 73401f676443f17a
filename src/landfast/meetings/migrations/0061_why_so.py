"""Why a meeting is held as it is: the format, what departs from it, the ground, what she was told."""

from django.db import migrations, models

WORDS = models.CharField(max_length=300, blank=True, default="")


class Migration(migrations.Migration):
    """Columns."""

    dependencies = (("meetings", "0060_formats_in_fields"),)

    operations = (
        *(
            migrations.AddField("meeting", name, WORDS, preserve_default=False)
            for name in ("chosen_because", "departs_because", "ground_words", "told_words")
        ),
        migrations.AddField(
            "meeting", "ground",
            models.CharField(
                max_length=8, blank=True, default="",
                choices=[("consent", "consent"), ("law", "law")],
            ),
            preserve_default=False,
        ),
        migrations.AddField("meeting", "told_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddField("theme", "is_fixed", models.BooleanField(default=False)),
    )  # fmt: skip
