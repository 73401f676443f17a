"""The database's side of access: who acts, what they reach, and the log nobody can skip."""

from django.db import migrations

from landfast.access.protect import definer, expose, helper_may, protect_by, reach
from landfast.access.rules import Level, Topic

WHO_ACTS = migrations.RunSQL(
    """
create function access_actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('landfast.actor', true), '')::uuid;

-- statement_timestamp(), not now(), which stands still for a whole export;
-- a moved clock (replayed case) is believed from the jobs role only
create function access_now() returns timestamptz language sql stable parallel safe
  return case when session_user = 'landfast_jobs'
    then coalesce(nullif(current_setting('landfast.now', true), '')::timestamptz, statement_timestamp())
    else statement_timestamp() end;

create function access_today() returns date language sql stable parallel safe
  return (access_now() at time zone 'Europe/Copenhagen')::date;

create function access_refuse_write_while_reading() returns trigger language plpgsql as $$
begin
  if current_setting('landfast.reading', true) = 'on' then
    raise exception 'landfast: a page that only reads tried to write %', tg_table_name;
  end if;
  return null;
end $$;
""",
    """
drop function access_refuse_write_while_reading;
drop function access_today;
drop function access_now;
drop function access_actor;
""",
)

MY_SCOPES = definer(
    "access_my_scopes",
    "wanted_topic text, wanted_level text",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct scope_id), '{}') from access_grant
   where person_id = access_actor()
     and topic in ('whole', wanted_topic) and level in ('write', wanted_level)
     and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
$$""",
)

MY_POSTS = definer(
    "access_my_posts",
    "",
    """returns text[] language sql stable parallel safe as $$
  with recursive held as (
    select e.unit_id, e.role from people_employment e
     where e.person_id = access_actor() and e.starts_on <= access_today()
       and (e.ends_on is null or e.ends_on >= access_today())
  ), down as (
    select unit_id, role from held
    union select u.id, d.role from people_unit u join down d on u.parent_id = d.unit_id
  )
  select coalesce(array_agg(unit_id::text || ':' || role), '{}') from down
$$""",
)

# a view with its owner's rights, so that policies do not recurse
MY_POSTS_REACH = migrations.RunSQL(
    """
create view access_my_posts_reach as
  select scope_id, topic, level, role, ground, unit_id from access_grant
   where unit_id is not null
     and (unit_id::text || ':' || post) = any ((select access_my_posts())::text[])
     and starts_at <= access_now() and (ends_at is null or ends_at > access_now());
grant select on access_my_posts_reach to landfast_app;
grant select on access_my_posts_reach to landfast_helper;
""",
    "drop view access_my_posts_reach;",
)

MY_ROLES = definer(
    "access_my_roles",
    "wanted uuid",
    """returns text[] language sql stable as $$
  select coalesce(array_agg(distinct role), '{}') from (
    select role from access_grant
     where scope_id = wanted and person_id = access_actor()
       and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
    union all
    select role from access_my_posts_reach where scope_id = wanted
  ) held
$$""",
)

IS_NEW = definer(
    "access_scope_is_new",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select not exists (select from access_grant where scope_id = wanted)
$$""",
)

# No log, no page: opens a record, writes the look, and answers how far the actor reaches.
OPEN = definer(
    "access_open",
    "wanted uuid, page text, seen_at timestamptz",
    """returns text language plpgsql volatile as $$
declare
  held record;
begin
  select role, ground, topic into held from (
    select role, ground, topic from access_grant
     where scope_id = wanted and person_id = access_actor()
       and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
    union all
    select role, ground, topic from access_my_posts_reach where scope_id = wanted
  ) grants order by (topic = 'whole') desc limit 1;
  if not found then return null; end if;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), seen_at, wanted, access_actor(),
    (select unit_id from people_employment where person_id = access_actor()
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held.role, held.ground, page, true);
  return held.topic;
end $$""",
)

REFUSED = definer(
    "access_refused",
    "wanted uuid, page text, seen_at timestamptz",
    """returns void language sql volatile as $$
  insert into access_look (id, at, scope_id, person_id, what, allowed)
  select uuidv7(), seen_at, (select id from access_scope where id = wanted), access_actor(), page, false
   where access_actor() is not null
$$""",
)

FRAME_READ = reach("access_grant", "scope_id", Topic.FRAME, Level.READ)
FRAME_WRITE = reach("access_grant", "scope_id", Topic.FRAME, Level.WRITE)


class Migration(migrations.Migration):
    """Policies of the rooms that lie at the bottom."""

    dependencies = (
        ("access", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("people", "0001_initial"),
        ("sessions", "0001_initial"),
    )

    operations = (
        WHO_ACTS,
        migrations.RunSQL(
            "grant execute on function access_actor, access_now, access_today to landfast_helper;",
            migrations.RunSQL.noop,
        ),
        helper_may("access_grant"),
        helper_may("access_scope"),
        helper_may("access_look", "select, insert"),
        migrations.RunSQL(
            "grant select on people_employment, people_unit, people_person to landfast_helper;",
            "revoke all on people_employment, people_unit, people_person from landfast_helper;",
        ),
        MY_SCOPES,
        MY_POSTS,
        MY_POSTS_REACH,
        MY_ROLES,
        IS_NEW,
        OPEN,
        REFUSED,
        protect_by(
            "access_scope",
            select="true",  # a bare key; knowing it opens nothing
            insert="access_actor() is not null",
        ),
        protect_by(
            "access_grant",
            select=f"person_id = access_actor() or {FRAME_READ}",
            insert=f"access_scope_is_new(scope_id) or {FRAME_WRITE}",
            update=FRAME_WRITE,
        ),
        protect_by(
            "access_look",
            select=f"scope_id is not null and ({reach('access_look', 'scope_id', Topic.WHOLE, Level.READ)})",
            guard=False,
        ),
        protect_by(
            "access_event",
            select="scope_id is null and actor_id = access_actor() or (case when topic = 'frame' then "
            f"({reach('access_event', 'scope_id', Topic.FRAME, Level.READ)}) else "
            f"({reach('access_event', 'scope_id', Topic.WHOLE, Level.READ)}) end)",
            insert="actor_id is not distinct from access_actor()",
        ),
        protect_by(
            "access_draft",
            select="person_id = access_actor()",
            insert="person_id = access_actor()",
            update="person_id = access_actor()",
            delete="person_id = access_actor()",
        ),
        protect_by(
            "people_account",
            select="person_id = access_actor() or username = nullif(current_setting('landfast.login', true), '')",
            insert="access_actor() is not null",
            update="person_id = access_actor() or username = nullif(current_setting('landfast.login', true), '')",
            guard=False,
        ),
        expose("people_organisation"),
        expose("people_unit"),
        expose("people_person"),
        expose("people_employment"),
        expose("people_working_hours", "select, insert, update, delete"),
        expose("people_leave", "select, insert, update, delete"),
        expose("django_session", "select, insert, update, delete", guard=False),
        expose("django_content_type", "select", guard=False),
        expose("django_migrations", "select", guard=False),
    )
