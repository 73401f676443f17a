"""What posts and single topics reach is asked when it must be, not by each statement (decision 23)."""

from django.db import migrations

from landfast.access.lighter import lighten


class Migration(migrations.Migration):
    """Policies in another form; the same rows."""

    dependencies = (("plan", "0073_asked_with_names"), ("access", "0090_what_is_seldom_asked"))

    operations = (
        lighten(
            "plan_cost",
            "plan_decision_ask",
            "plan_demand",
            "plan_other_plan",
            "plan_outside",
            "plan_wish_rating",
        ),
    )
