"""The day of an own step that is done, so that her picture over time shows her own share."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One day; what is done already gets its day in a migration of its own, with no table locked."""

    dependencies = (("plan", "0078_beside"),)

    operations = (
        migrations.AddField("ownstep", "done_on", models.DateField(null=True, blank=True)),
    )
