"""Who sees the rows of this room."""

from django.db import migrations

from landfast.access.protect import expose


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("programmes", "0001_initial"), ("access", "0002_guards"))

    operations = (
        expose("programmes_programme"),
        expose("programmes_criterion", "select, insert, update, delete"),
    )
