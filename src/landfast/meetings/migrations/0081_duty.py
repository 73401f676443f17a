"""A yes that is somebody's by duty (mødepligt): one more way in which an answer came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A word of a column; the table is left alone."""

    dependencies = (("meetings", "0080_minute_taker"),)

    operations = (
        migrations.AlterField(
            "participant",
            "reply_through",
            models.CharField(
                blank=True,
                choices=[(word, word) for word in ("page", "noted", "mail", "link", "duty")],
                max_length=6,
            ),
        ),
    )
