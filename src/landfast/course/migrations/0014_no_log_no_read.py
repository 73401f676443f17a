"""Pages see of these tables what they have logged a look at (access/0020)."""

from django.db import migrations

from landfast.access.protect import logged


class Migration(migrations.Migration):
    """A gate in front of each table."""

    dependencies = (("course", "0013_cpr_sealed"), ("access", "0020_no_log_no_read"))

    operations = (
        logged(
            "course_profile",
            "course_observation",
            "course_statutory_role",
        ),
    )
