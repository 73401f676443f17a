"""Pages see of these tables what they have logged a look at (access/0020)."""

from django.db import migrations

from landfast.access.protect import logged


class Migration(migrations.Migration):
    """A gate in front of each table."""

    dependencies = (("consent", "0007_ends_soon"), ("access", "0020_no_log_no_read"))

    operations = (
        logged(
            "consent_consent",
            "consent_share",
            "consent_topic",
        ),
    )
