"""What posts and single topics reach is asked when it must be, not by each statement (decision 23)."""

from django.db import migrations

from landfast.access.lighter import lighten


class Migration(migrations.Migration):
    """Policies in another form; the same rows."""

    dependencies = (("meetings", "0088_near_at_less_cost"), ("access", "0090_what_is_seldom_asked"))

    operations = (
        lighten(
            "meetings_act",
            "meetings_agreement",
            "meetings_invite",
            "meetings_participant",
            "meetings_passage",
            "meetings_pulse",
            "meetings_reflection",
            "meetings_theme",
        ),
    )
