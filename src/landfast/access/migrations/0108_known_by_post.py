"""After a fresh start a post knows what it knew: not what another post of its unit was let in to.

Let in by topic before the line were the nurses; the ward's secretary was not, and is new to it. Posts
reach down the tree of units, and "any" is those who work in the unit itself (0013).
"""

from django.db import migrations

from landfast.access.protect import whole

MY_POST = """(g.post = 'any' and e.unit_id = g.unit_id
                or g.post = e.role and e.unit_id in (
                  with recursive above as (
                    select g.unit_id as id
                    union select u.parent_id from people_unit u join above a on a.id = u.id
                     where u.parent_id is not null)
                  select id from above))"""

LEFT_BEHIND = whole(
    "access_left_behind",
    "wanted uuid, written timestamptz",
    f"""returns boolean language sql stable cost 1000 as $$
  select exists (
    select from access_fresh_start f
     where f.scope_id = wanted and f.lifted_at is null and written < f.since
       and not exists (
         select from access_grant g
          where g.scope_id = wanted and g.starts_at < f.since
            and g.ends_at is distinct from g.starts_at
            and g.topic not in ('frame', 'whole')
            and not wanted = any (access_my_scopes('whole', 'read'))
            and (g.person_id = (select access_actor())
              or exists (
                select from people_employment e join people_unit u on u.id = e.unit_id
                 where e.person_id = (select access_actor())
                   and e.starts_on < (f.since at time zone 'Europe/Copenhagen')::date
                   and (e.ends_on is null or e.ends_on >= access_today())
                   and (g.organisation_id = u.organisation_id or {MY_POST})))))
$$""",
)


class Migration(migrations.Migration):
    """One question, asked more narrowly."""

    dependencies = (("access", "0107_threads_in_one"), ("people", "0001_initial"))

    operations = (LEFT_BEHIND,)
