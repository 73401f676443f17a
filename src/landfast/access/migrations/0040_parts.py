"""A grant may reach a part of a course: what a proxy reads for her, one meeting, one question.

A proxy is a private person: nobody employs them, and nothing but the grant's own period and end
says how long. A guest and a decider are employees, and read while they are; who has decided ends
their own. That they are let in is the team's to know, not of those who see the frame.
"""

from django.db import migrations, models

from landfast.access.protect import definer, helper_may, reach
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.kernel.choices import choices

FRAME = reach("access_grant", "scope_id", Topic.FRAME, Level.READ)
WHOLE = reach("access_grant", "scope_id", Topic.WHOLE, Level.READ)
HOLDS = """(situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days))"""
SEE = f"""
alter policy see on access_grant using (person_id = (select access_actor()) and {HOLDS}
  or (role {{outside}} and ({FRAME})) or {WHOLE});
"""

OWN = "person_id = (select access_actor()) and role = 'decider'"
CHANGE = """
alter policy change on access_grant using ({0}) with check ({0});
"""
MAY_END = "access_may_end(scope_id, role)"

GIVES = """
create or replace function access_gives(giver text) returns text[]
  language sql immutable parallel safe
  return case
    when giver = 'citizen' then array['professional', 'recipient'{hers}]
    when giver in ('coordinator', 'cover', 'deputy', 'second') then
      array['coordinator', 'cover', 'deputy', 'former_coordinator', 'professional', 'second',
            'taker', 'recipient'{theirs}]
    when giver = 'taker' then array['coordinator', 'former_coordinator']
    when giver = 'intake' then array['coordinator', 'intake', 'second']
    when giver = 'lead' then
      array['coordinator', 'cover', 'deputy', 'former_coordinator', 'intake', 'second', 'taker']
    else '{{}}' end;
"""

# the functions that reach by a grant of one's own are taken as they stand
PRIVATE = r"""
do $ask$
declare
  f record;
  said text;
begin
  for f in select oid, proname from pg_proc where proname in (
      'access_my_scopes', 'access_scopes_as', 'access_my_roles', 'access_my_part_scopes',
      'access_reads_topics', 'access_open', 'access_list') loop
    said := replace(pg_get_functiondef(f.oid), $old${old}$old$, $new${new}$new$);
    if said = pg_get_functiondef(f.oid) then
      raise exception 'landfast: % does not ask whether one still works here', f.proname;
    end if;
    execute said;
  end loop;
end $ask$;
"""
# what opens the team's pages is logged as that, not as the part that one is let in to besides
PARTS_LAST = r"""
do $last$
declare
  f record;
  said text;
begin
  for f in select oid, proname from pg_proc where proname in ('access_open', 'access_list') loop
    said := replace(pg_get_functiondef(f.oid), $old${old}$old$, $new${new}$new$);
    if said = pg_get_functiondef(f.oid) then
      raise exception 'landfast: % does not say which grant opens', f.proname;
    end if;
    execute said;
  end loop;
end $last$;
"""
WHOLE_FIRST = "(topic = 'whole') desc"
THEN_PARTS = "(topic = 'whole') desc, role in ('proxy', 'guest', 'decider')"
CITIZEN = "ground = 'citizen'"
OR_PROXY = "ground in ('citizen', 'proxy')"

MINE = """person_id = (select access_actor())
     and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
     and (ground = 'proxy' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))"""

MY_PARTS = definer(
    "access_my_parts",
    "held_as text",
    f"""returns table (
    scope_id uuid, topic text, level text, about uuid, reason text, until timestamptz)
  language sql stable parallel safe as $$
  select g.scope_id, g.topic::text, g.level::text, g.about, g.reason::text, g.ends_at
    from access_grant g where g.role = held_as and {MINE}
   order by g.starts_at, g.id
$$""",
)

# asked once per statement: the one things of this kind that I am let in to
MY_THINGS = definer(
    "access_my_things",
    "held_as text",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(about), '{}') from access_my_parts(held_as)
$$""",
)

HOLDS_PART = definer(
    "access_holds_part",
    "wanted uuid, held_as text, thing uuid",
    """returns boolean language sql stable parallel safe as $$
  select exists (select from access_my_parts(held_as) p
                  where p.scope_id = wanted and p.about is not distinct from thing)
$$""",
)

OPEN_PART = definer(
    "access_open_part",
    "wanted uuid, held_as text, thing uuid, page text",
    """returns boolean language plpgsql volatile as $$
begin
  if not access_holds_part(wanted, held_as, thing) then return false; end if;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), access_now(), wanted, access_actor(),
    (select unit_id from people_employment where person_id = access_actor()
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held_as, case held_as when 'guest' then 'meeting' when 'decider' then 'decision' else held_as end,
    page, true);
  return true;
end $$""",
)


class Migration(migrations.Migration):
    """Roles, grounds, a column, and the questions of the policies."""

    dependencies = (("access", "0035_drafts_of_long_addresses"),)

    operations = (
        migrations.AddField("grant", "about", models.UUIDField(null=True)),
        migrations.AlterField(
            "grant", "role", models.CharField(max_length=20, choices=choices(CourseRole))
        ),
        migrations.AlterField(
            "grant", "ground", models.CharField(max_length=20, choices=choices(Ground))
        ),
        migrations.AlterField(
            "grant", "topic", models.CharField(max_length=10, choices=choices(Topic))
        ),
        migrations.AlterField(
            "event",
            "topic",
            models.CharField(max_length=10, choices=choices(Topic), default=Topic.WHOLE),
        ),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(
                name="grant_of_one_thing_says_which_and_to_whom",
                condition=models.Q(topic="one", about__isnull=False, person__isnull=False)
                | (~models.Q(topic="one") & models.Q(about=None)),
            ),
        ),
        migrations.RunSQL(
            GIVES.format(hers=", 'proxy', 'guest'", theirs=", 'proxy', 'guest', 'decider'"),
            GIVES.format(hers="", theirs=""),
        ),
        migrations.RunSQL(
            PRIVATE.format(old=CITIZEN, new=OR_PROXY), PRIVATE.format(old=OR_PROXY, new=CITIZEN)
        ),
        migrations.RunSQL(
            PARTS_LAST.format(old=WHOLE_FIRST, new=THEN_PARTS),
            PARTS_LAST.format(old=THEN_PARTS, new=WHOLE_FIRST),
        ),
        migrations.RunSQL(
            SEE.format(outside="not in ('recipient', 'proxy', 'guest', 'decider')"),
            SEE.format(outside="<> 'recipient'"),
        ),
        migrations.RunSQL(CHANGE.format(f"{MAY_END} or ({OWN})"), CHANGE.format(MAY_END)),
        helper_may("people_person", "insert"),
        MY_PARTS,
        MY_THINGS,
        HOLDS_PART,
        OPEN_PART,
    )
