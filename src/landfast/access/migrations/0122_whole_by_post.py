"""After a fresh start a post that reached the whole before the line knows what it knew.

Who holds it today and held it before the line is not new to the course, as one who was let in by a
topic is not (0108); whoever was let in for themselves is asked first (`access_known_scopes`).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

MY_POST = import_module("landfast.access.migrations.0108_known_by_post").MY_POST

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
            and (g.topic = 'whole'
              or g.topic <> 'frame' and not wanted = any (access_my_scopes('whole', 'read')))
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
    """One question, with one case more."""

    dependencies = (("access", "0121_browsed"), ("people", "0001_initial"))

    operations = (LEFT_BEHIND,)
