"""Wishes, own steps and agreements from before a fresh start stay behind for those who come after.

Who made a promise keeps it. What was done with an agreement later tells what it said before, so it
is read by those who read the agreement.
"""

from django.db import migrations

from landfast.access.protect import left_behind

MINE = "maker_id = (select access_actor())"
CHANGES = """
create policy left_behind on plan_agreement_change as restrictive for select to landfast_app
  using (course_id = any ((select access_known_scopes())::uuid[])
    or exists (select from plan_agreement a where a.id = agreement_id));
"""


class Migration(migrations.Migration):
    """Four policies."""

    dependencies = (("plan", "0009_no_log_no_read"), ("access", "0023_fresh_start"))

    operations = (
        left_behind("plan_wish"),
        left_behind("plan_own_step"),
        left_behind("plan_agreement", unless=MINE),
        migrations.RunSQL(CHANGES, "drop policy left_behind on plan_agreement_change;"),
    )
