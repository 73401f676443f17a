"""Pages see of these tables what they have logged a look at (access/0020)."""

from django.db import migrations

from landfast.access.protect import logged


class Migration(migrations.Migration):
    """A gate in front of each table."""

    dependencies = (("plan", "0008_waits_for_holder"), ("access", "0020_no_log_no_read"))

    operations = (
        logged("plan_wish", "plan_own_step", "plan_agreement_change"),
        # what one has promised oneself: from it one learns for whom, and logs the list
        logged("plan_agreement", own="maker_id = (select access_actor())"),
    )
