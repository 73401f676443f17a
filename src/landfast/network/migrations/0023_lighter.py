"""What posts and single topics reach is asked when it must be, not by each statement (decision 23)."""

from django.db import migrations

from landfast.access.lighter import lighten


class Migration(migrations.Migration):
    """Policies in another form; the same rows."""

    dependencies = (("network", "0022_unwell"), ("access", "0090_what_is_seldom_asked"))

    operations = (
        lighten(
            "network_member",
            "network_relation",
            "network_seat",
            "network_standing",
            "network_unwell",
        ),
    )
