"""She would rather wait for somebody new, and who holds her course is told of a seat that is empty."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A column that may be empty."""

    dependencies = (("network", "0031_beside_answers"),)

    operations = (
        migrations.AddField("member", "waits_at", models.DateTimeField(null=True, blank=True)),
    )
