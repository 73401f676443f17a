"""Who sees the rows of this room."""

from django.db import migrations

from landfast.access.protect import expose


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("directory", "0001_initial"), ("access", "0002_guards"))

    operations = (
        expose("directory_unit_profile"),
        expose("directory_answer_line", "select, insert, update, delete"),
    )
