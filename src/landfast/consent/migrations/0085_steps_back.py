"""Who reads for a citizen may stop it themselves: their own reading ends, and nothing else (F2)."""

from django.db import migrations

from landfast.access.protect import definer

STEPS_BACK = definer(
    "consent_step_back",
    "wanted uuid",
    """returns uuid language plpgsql as $$
declare
  ended uuid;
begin
  update consent_proxy set ended_at = access_now()
   where id = (select p.id from consent_proxy p
                where p.course_id = wanted and p.person_id = (select access_actor())
                  and p.kind = 'chosen' and p.ended_at is null and p.ends_at > access_now() limit 1)
  returning id into ended;
  if ended is null then return null; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = wanted and person_id = (select access_actor()) and role = 'proxy'
     and (ends_at is null or ends_at > access_now());
  return ended;
end $$""",
)


MAY_END = migrations.RunSQL(
    """
grant update (ended_at) on consent_proxy to landfast_helper;
create policy helper_update on consent_proxy for update to landfast_helper
  using (true) with check (true);
""",
    """
drop policy helper_update on consent_proxy;
revoke update (ended_at) on consent_proxy from landfast_helper;
""",
)


class Migration(migrations.Migration):
    """The helper ends what it could only read."""

    dependencies = (("consent", "0084_waits"),)

    operations = (MAY_END, STEPS_BACK)
