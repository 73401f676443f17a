"""A citizen who asks for a name is answered: where the looker's house has no officer, by her own.

The question went to the organisation of the one who looked, and waited there for ever when nobody
in it answers such questions in Landfast.
"""

from django.db import migrations

from landfast.access.protect import whole

NOW = "starts_on <= access_today() and (ends_on is null or ends_on >= access_today())"

ASK = whole(
    "access_ask_name",
    "wanted uuid",
    f"""returns int language sql volatile as $$
  with asked as (
    insert into access_name_ask
      (id, created_at, scope_id, look, looker_id, organisation_id, asked_by_id, what, looked_at,
       name, words)
    select uuidv7(), access_now(), l.scope_id, l.id, l.person_id,
           coalesce(
             (select h.organisation_id
                from people_employment e join people_unit h on h.id = e.unit_id
               where h.organisation_id = u.organisation_id and e.role = 'dpo' and {NOW} limit 1),
             (select h.organisation_id
                from access_grant g join people_unit h on h.id = g.unit_id
               where g.scope_id = l.scope_id and g.role = 'lead'
                 and (g.ends_at is null or g.ends_at > access_now())
               order by g.starts_at desc limit 1),
             u.organisation_id),
           (select access_actor()), l.what, l.at, '', ''
      from access_look l join people_unit u on u.id = l.unit_id
     where l.id = wanted and l.allowed
       and exists (select from access_grant g
                    where g.scope_id = l.scope_id and g.role = 'citizen'
                      and g.person_id = (select access_actor())
                      and (g.ends_at is null or g.ends_at > access_now()))
    on conflict (look) do nothing
    returning 1)
  select count(*)::int from asked
$$""",
)


class Migration(migrations.Migration):
    """One function anew."""

    dependencies = (("access", "0118_work_by_role"),)

    operations = (ASK,)
