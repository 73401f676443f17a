"""Who sees the rows of this room."""

from django.db import migrations

from landfast.access.protect import expose, protect


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("meetings", "0001_initial"), ("access", "0002_guards"))

    operations = (
        expose("meetings_format"),
        protect("meetings_meeting"),
        protect("meetings_theme", delete=True),
        protect("meetings_participant", delete=True),
        protect("meetings_turn", delete=True),
        protect("meetings_agreement"),
        protect("meetings_minutes"),
    )
