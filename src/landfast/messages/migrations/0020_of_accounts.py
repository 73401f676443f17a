"""A message may say that a login was opened again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more purpose."""

    dependencies = (("notices", "0002_guards"),)

    operations = (
        migrations.AlterField(
            "delivery",
            "purpose",
            models.CharField(
                choices=[("news", "news"), ("confirm", "confirm"), ("account", "account")],
                default="news",
                max_length=10,
            ),
        ),
    )
