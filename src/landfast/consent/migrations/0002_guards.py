"""Who sees the rows of this room."""

from django.db import migrations

from landfast.access.protect import protect


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("consent", "0001_initial"), ("access", "0002_guards"))

    operations = (protect("consent_consent"),)
