"""Who sees the rows of this room."""

from django.db import migrations

from landfast.access.protect import protect


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("network", "0001_initial"), ("access", "0002_guards"))

    operations = (
        protect("network_member"),
        protect("network_relation"),
    )
