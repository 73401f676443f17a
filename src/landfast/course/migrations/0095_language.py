"""The language that she needs an interpreter for."""

from django.db import migrations, models

from landfast.course.rules.languages import Language


class Migration(migrations.Migration):
    """One column."""

    dependencies = (("course", "0095_back_early"),)

    operations = (
        migrations.AddField(
            "profile", "language",
            models.CharField(
                max_length=12, blank=True, default="",
                choices=[(one.value, one.value) for one in Language],
            ),
            preserve_default=False,
        ),
    )  # fmt: skip
