"""The plan's tables ask what posts and single topics reach when they must, not each time."""

from django.db import migrations

from landfast.access.lighter import lighten

# asked of the agreement under its own policies, and only where the course is not known from before
SEES_AGREEMENT = migrations.RunSQL(
    """
create function plan_sees_agreement(wanted uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from plan_agreement where id = wanted);
end $$;
alter policy left_behind on plan_agreement_change using (
  course_id = any ((select access_known_scopes())::uuid[]) or plan_sees_agreement(agreement_id));
""",
    """
alter policy left_behind on plan_agreement_change using (
  course_id = any ((select access_known_scopes())::uuid[])
  or exists (select from plan_agreement a where a.id = plan_agreement_change.agreement_id));
drop function plan_sees_agreement;
""",
)


class Migration(migrations.Migration):
    """Policies in another form; the same rows."""

    dependencies = (("plan", "0040_tasks_behind_the_gate"), ("access", "0090_what_is_seldom_asked"))

    operations = (
        SEES_AGREEMENT,
        lighten("plan_wish", "plan_own_step", "plan_agreement", "plan_agreement_change"),
    )
