"""What I reach in person is read from the index alone, and who I am is asked for once.

Every protected table of every statement asks `access_my_scopes`: it cost more than most of the
statements it guards (docs/performance.md). `access_scopes_as` is the same for roles, so that a
policy need not ask `access_my_roles` row by row.
"""

from django.db import migrations, models
from django.db.models import Q

HOW_FAR = ("topic", "level", "starts_at", "ends_at", "role")

BODY = """returns uuid[] language plpgsql stable parallel safe
  security definer set search_path = public, pg_temp as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return array(select scope_id from access_grant
   where person_id = me and {which}
     and starts_at <= moment and (ends_at is null or ends_at > moment)
     and (ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = me and e.starts_on <= today
           and (e.ends_on is null or e.ends_on >= today)))));
end $$;
"""

MY_SCOPES = (
    "create or replace function access_my_scopes(wanted_topic text, wanted_level text) "
    + BODY.format(which="topic in ('whole', wanted_topic) and level in ('write', wanted_level)")
)

MY_SCOPES_BEFORE = """
create or replace function access_my_scopes(wanted_topic text, wanted_level text)
  returns uuid[] language sql stable parallel safe
  security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct scope_id), '{}') from access_grant
   where person_id = access_actor()
     and topic in ('whole', wanted_topic) and level in ('write', wanted_level)
     and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
     and (ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = access_actor() and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))
$$;
"""

SCOPES_AS = migrations.RunSQL(
    f"""
create function access_scopes_as(wanted text[]) {BODY.format(which="role = any (wanted)")}
alter function access_scopes_as owner to landfast_helper;
revoke execute on function access_scopes_as from public;
grant execute on function access_scopes_as to landfast_app, landfast_owner;
""",
    "drop function access_scopes_as;",
)


def _index(*also: str) -> models.Index:
    return models.Index(
        fields=("person", "scope"), include=(*HOW_FAR, *also),
        name="grant_of_person", condition=Q(person__isnull=False),
    )  # fmt: skip


class Migration(migrations.Migration):
    """One index, two functions."""

    dependencies = (("access", "0023_fresh_start"), ("people", "0001_initial"))

    operations = (
        migrations.RemoveIndex("grant", "grant_of_person"),
        migrations.AddIndex("grant", _index("ground")),
        migrations.RunSQL(MY_SCOPES, MY_SCOPES_BEFORE),
        SCOPES_AS,
    )
