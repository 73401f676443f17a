"""Who is back before time ends their own time away, and nobody else's."""

from django.db import migrations

# a leave that was noted for today only ends the day before: nothing of it is left
BACK = migrations.RunSQL(
    """
grant update (ends_on) on people_leave to landfast_app;
create policy app_update on people_leave for update to landfast_app
  using (person_id = (select access_actor()) and starts_on <= access_today()
         and (ends_on is null or ends_on >= access_today()))
  with check (person_id = (select access_actor()) and ends_on = access_today() - 1);
""",
    """
drop policy app_update on people_leave;
revoke update (ends_on) on people_leave from landfast_app;
""",
)


class Migration(migrations.Migration):
    """One policy."""

    dependencies = (("people", "0041_way_back"), ("access", "0091_scopes_whole"))

    operations = (BACK,)
