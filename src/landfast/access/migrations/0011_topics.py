"""A grant may reach the rows of one topic only, and everybody who works in a unit.

Whoever is let in by topic sees the rows whose topics are all granted, and nothing of the frame: a row that is
about money *and* psychiatry is not read by somebody who was only let in to money. A row about no
topic is read by nobody but the team.
"""

from django.db import migrations, models

from landfast.access.protect import definer
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Topic
from landfast.kernel.choices import choices

NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
STILL_HERE = """(ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = access_actor() and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))"""

# "any" is the post of everybody who works in the unit, or in one below it
POSTS = """
create or replace function access_my_posts() returns text[] language sql stable parallel safe
  security definer set search_path = public, pg_temp as $$
  with recursive held as (
    select e.unit_id, held_as as role from people_employment e, unnest({roles}) held_as
     where e.person_id = (select access_actor()) and e.starts_on <= access_today()
       and (e.ends_on is null or e.ends_on >= access_today())
  ), down as (
    select unit_id, role from held
    union select u.id, d.role from people_unit u join down d on u.parent_id = d.unit_id
  )
  select coalesce(array_agg(unit_id::text || ':' || role), '{{}}') from down
$$;
"""

TOPICS_OF = migrations.RunSQL(
    """
create function access_topics(areas text[]) returns text[] language sql immutable parallel safe
  return array(select distinct case area when 'somatic' then 'health' when 'work_edu' then 'work'
    when 'daily_living' then 'living' else area end from unnest(areas) area where area <> '');
""",
    "drop function access_topics;",
)

PART_SCOPES = definer(
    "access_my_part_scopes",
    "",
    f"""returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct scope_id), '{{}}') from access_grant
   where person_id = (select access_actor()) and topic not in ('frame', 'whole')
     and {NOW} and {STILL_HERE}
$$""",
)

# what posts reach of frame and whole, as before; of single topics in a view of its own, so that
# nobody who asks "does a post reach this course" takes a topic for the frame
REACH = """
create {replace} view access_my_posts_{name} as
  select scope_id, topic, level, role, ground, unit_id from access_grant
   where unit_id is not null
     and (unit_id::text || ':' || post) = any ((select access_my_posts())::text[])
     and starts_at <= (select access_now())
     and (ends_at is null or ends_at > (select access_now())){which};
"""
PARTS = REACH.format(
    replace="", name="parts", which="\n     and topic not in ('frame', 'whole')"
) + (
    "grant select on access_my_posts_parts to landfast_app;"
    "grant select on access_my_posts_parts to landfast_helper;"
)
MY_ROLES = """
create or replace function access_my_roles(wanted uuid) returns text[] language sql stable
  security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct role), '{{}}') from (
    select role from access_grant
     where scope_id = wanted and person_id = (select access_actor())
       and {now} and {still_here}
    union all
    select role from access_my_posts_reach where scope_id = wanted{parts}
  ) held
$$;
"""
ROLES_OF_PARTS = """
    union all
    select role from access_my_posts_parts where scope_id = wanted"""

READS_TOPICS = definer(
    "access_reads_topics",
    "wanted uuid, topics text[]",
    f"""returns boolean language sql stable as $$
  select topics <> '{{}}' and not exists (
    select from unnest(topics) one
     where not exists (select from access_grant
                        where scope_id = wanted and person_id = (select access_actor())
                          and topic = one and {NOW} and {STILL_HERE})
       and not exists (select from access_my_posts_parts r
                        where r.scope_id = wanted and r.topic = one))
$$""",
)

SHARED = definer(
    "access_shared_with_me",
    "",
    f"""returns table (scope_id uuid, topics text[], purpose text, until timestamptz)
  language sql stable as $$
  select g.scope_id, array_agg(distinct g.topic::text order by g.topic::text),
         max(g.reason), min(g.ends_at)
    from access_grant g
   where g.role = 'recipient' and {NOW}
     and (g.person_id = (select access_actor()) and {STILL_HERE}
       or g.unit_id is not null
          and (g.unit_id::text || ':' || g.post) = any ((select access_my_posts())::text[]))
   group by g.scope_id order by min(g.ends_at), g.scope_id
$$""",
)

GIVES = """
create or replace function access_gives(giver text) returns text[]
  language sql immutable parallel safe
  return case
    when giver = 'citizen' then array['professional'{recipient}]
    when giver in ('coordinator', 'cover', 'deputy', 'second') then
      array['coordinator', 'cover', 'deputy', 'former_coordinator', 'professional', 'second',
            'taker'{recipient}]
    when giver = 'taker' then array['coordinator', 'former_coordinator']
    when giver = 'intake' then array['coordinator', 'intake', 'second']
    when giver = 'lead' then
      array['coordinator', 'cover', 'deputy', 'former_coordinator', 'intake', 'second', 'taker']
    else '{{}}' end;
"""

# who holds the frame and some topics as well opens the frame
OPEN = """
create or replace function access_open(wanted uuid, page text, seen_at timestamptz)
  returns text language plpgsql volatile
  security definer set search_path = public, pg_temp as $$
declare
  held record;
begin
  select role, ground, topic into held from (
    select role, ground, topic from access_grant
     where scope_id = wanted and person_id = (select access_actor())
       and {now} and {still_here}
    union all
    select role, ground, topic from access_my_posts_reach where scope_id = wanted{parts}
  ) grants order by {order} limit 1;
  if not found then return null; end if;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), seen_at, wanted, access_actor(),
    (select unit_id from people_employment where person_id = access_actor()
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held.role, held.ground, page, true);
  return held.topic;
end $$;
"""


class Migration(migrations.Migration):
    """Topics, the post of everybody, and who may let in by topic."""

    dependencies = (("access", "0010_looks_before_a_course"),)

    operations = (
        *(
            migrations.AlterField(model, field, models.CharField(**kind))
            for model, field, kind in (
                ("grant", "topic", {"max_length": 10, "choices": choices(Topic)}),
                ("grant", "ground", {"max_length": 20, "choices": choices(Ground)}),
                ("grant", "role", {"max_length": 20, "choices": choices(CourseRole)}),
                (
                    "event",
                    "topic",
                    {"max_length": 10, "choices": choices(Topic), "default": Topic.WHOLE},
                ),
            )
        ),
        migrations.RunSQL(
            POSTS.format(roles="array[e.role, 'any']"), POSTS.format(roles="array[e.role]")
        ),
        TOPICS_OF,
        migrations.RunSQL(PARTS, "drop view access_my_posts_parts;"),
        migrations.RunSQL(
            REACH.format(
                replace="or replace", name="reach", which="\n     and topic in ('frame', 'whole')"
            ),
            REACH.format(replace="or replace", name="reach", which=""),
        ),
        migrations.RunSQL(
            MY_ROLES.format(now=NOW, still_here=STILL_HERE, parts=ROLES_OF_PARTS),
            MY_ROLES.format(now=NOW, still_here=STILL_HERE, parts=""),
        ),
        PART_SCOPES,
        READS_TOPICS,
        SHARED,
        migrations.RunSQL(GIVES.format(recipient=", 'recipient'"), GIVES.format(recipient="")),
        migrations.RunSQL(
            OPEN.format(
                now=NOW, still_here=STILL_HERE,
                order="(topic = 'whole') desc, (topic = 'frame') desc",
                parts=ROLES_OF_PARTS.replace("role from", "role, ground, topic from"),
            ),
            OPEN.format(now=NOW, still_here=STILL_HERE, order="(topic = 'whole') desc", parts=""),
        ),
    )  # fmt: skip
