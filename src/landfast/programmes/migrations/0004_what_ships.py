"""What ships with Landfast is written by Landfast itself; everybody who is logged in reads it."""

from django.db import migrations

from landfast.access.protect import helper_may, write_by

SYSTEM = "(select access_is_system())"


class Migration(migrations.Migration):
    """Two tables get their gate: new rows by the background work, and no other change."""

    dependencies = (("programmes", "0003_precedence"), ("access", "0016_who_may_employ"))

    operations = (
        helper_may("programmes_programme"),
        helper_may("programmes_criterion"),
        write_by("programmes_programme", insert=SYSTEM),
        write_by("programmes_criterion", insert=SYSTEM, before="select, insert, update, delete"),
    )
