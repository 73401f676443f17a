"""The application reads accounts; no password is among them any more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("people", "0002_passwords_apart"),)

    operations = (
        # going back, the column is filled from the table apart
        migrations.AlterField("account", "password", models.CharField(default="!", max_length=128)),
        migrations.RemoveField("account", "password"),
    )
