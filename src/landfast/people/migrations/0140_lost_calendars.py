"""A calendar whose address no key opens any more: one word more for its trouble."""

from django.db import migrations, models

WORDS = (
    "address", "inside", "no_answer", "not_let_in", "elsewhere", "too_large", "too_slow",
    "unreadable", "lost",
)  # fmt: skip


class Migration(migrations.Migration):
    """Nothing changes in the database: the words are the program's."""

    dependencies = (("people", "0055_calendars"),)

    operations = (
        migrations.AlterField(
            "calendar", "trouble",
            models.CharField(blank=True, max_length=12, choices=[(word, word) for word in WORDS]),
        ),
    )  # fmt: skip
