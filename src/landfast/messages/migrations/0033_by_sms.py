"""A telephone number of one's own, what is urgent today by SMS, and messages that name nobody."""

from django.db import migrations, models

PURPOSES = ("news", "urgent", "confirm", "phone", "account", "reset", "changed")
FAILURES = ("refused_address", "refused_number", "no_secure_line", "no_server", "other")
WAYS = ("mail", "sms", "none")


def _of(*words: str) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


class Migration(migrations.Migration):
    """Columns with defaults: no row is rewritten, and an older process still adds its rows."""

    dependencies = (("notices", "0032_taken_back_from_many"),)

    operations = (
        migrations.AlterField(
            "channel", "way", models.CharField(choices=_of(*WAYS), default="none", max_length=10)
        ),
        migrations.AddField(
            "channel", "phone", models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddField("channel", "phone_asked_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "channel", "phone_tries", models.PositiveSmallIntegerField(db_default=0, default=0)
        ),
        migrations.AddField("channel", "phone_confirmed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "channel", "is_urgent", models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddField(
            "channel", "is_neutral", models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddField(
            "delivery", "way",
            models.CharField(
                blank=True, choices=_of(*WAYS), db_default="", default="", max_length=10
            ),
        ),
        migrations.AddField("delivery", "about_at", models.DateTimeField(null=True)),
        migrations.AlterField(
            "delivery", "purpose",
            models.CharField(choices=_of(*PURPOSES), default="news", max_length=10),
        ),
        migrations.AlterField(
            "delivery", "failure",
            models.CharField(blank=True, choices=_of(*FAILURES), max_length=20),
        ),
    )  # fmt: skip
