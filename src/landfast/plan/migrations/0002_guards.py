"""Who sees the rows of this room."""

from django.db import migrations

from landfast.access.protect import protect


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("plan", "0001_initial"), ("access", "0002_guards"))

    operations = (
        protect("plan_wish"),
        protect("plan_own_step"),
        protect("plan_agreement"),
        protect("plan_agreement_change"),
    )
