"""A referral is kept apart from the first second: the daily lead and one who is named know of it.

A gate in front of the policies, which say who may. A referral of somebody whose course is kept apart
already is known to the daily lead only, whoever sent it, and nobody is told why. Functions stand
whole.
"""

from importlib import import_module

from django.db import migrations, models

from landfast.access.protect import definer, lists, whole
from landfast.access.sql import EMPLOYED, holds_post, reached

ME = "(select access_actor())"
HIDDEN = "(r.apart <> '' or course_mark_is_apart(r.citizen_cpr_mark))"
INTAKE = holds_post("r.unit_id", "coordinator", "daily_leader")
LEADS = holds_post("r.unit_id", "daily_leader")
KNOWS = f"({INTAKE} and (not {HIDDEN} or r.known_to_id = {ME} or {LEADS}))"
WORKS = f"exists (select from people_employment where person_id = {ME} and {EMPLOYED})"

MARK_IS_APART = definer(
    "course_mark_is_apart", "mark text",
    """returns boolean language sql stable cost 1000 as $$
  select mark <> '' and exists (
    select from course_citizen z join course_course c on c.citizen_id = z.id
      join access_apart a on a.scope_id = c.id and a.lifted_at is null
     where z.cpr_mark = mark)
$$""",
)  # fmt: skip

GATE = f"""referred_by_id = {ME} or who_asks_id = {ME}
  or course_id is null and (known_to_id = {ME} or {holds_post("unit_id", "daily_leader")})
  or course_id = any ((select access_my_scopes('frame', 'read'))::uuid[])
  or apart = '' and not course_mark_is_apart(citizen_cpr_mark)"""
GATES = migrations.RunSQL(
    [f"create policy apart_{verb} on course_referral as restrictive for {verb} to landfast_app"
     f" using ({GATE});" for verb in ("select", "update", "delete")],
    [f"drop policy apart_{verb} on course_referral;" for verb in ("select", "update", "delete")],
)  # fmt: skip

# what who knows of it may set, and who is named: one of the unit's intake
KEEP = definer(
    "course_keep_referral_apart", "wanted uuid, because text, named uuid",
    f"""returns boolean language plpgsql volatile as $$
begin
  if named is not null and not exists (
    select from people_employment p join course_referral r on r.unit_id = p.unit_id
     where r.id = wanted and p.person_id = named and {EMPLOYED}
       and p.role = any (access_posts_that('intake_decide')))
  then return false; end if;
  update course_referral r set apart = because, known_to_id = named
   where r.id = wanted and r.course_id is null and r.state in ('waits_for_yes', 'new')
     and ({KNOWS} or because <> '' and {WORKS} and (r.referred_by_id = {ME} or r.who_asks_id = {ME}));
  return found;
end $$""",
)  # fmt: skip

CITIZEN_OF = whole(
    "course_citizen_of_referral", "wanted uuid, marks text[]",
    f"""returns table (citizen uuid, person uuid, running uuid) language plpgsql volatile as $$
declare
  given course_referral;
  known text[] := '{{}}';
  one text;
begin
  select r.* into given from course_referral r
   where r.id = wanted and r.state in ('new', 'taken') and {KNOWS};
  if not found then return; end if;
  if given.citizen_cpr_mark <> '' and given.citizen_cpr_mark = any (marks) then
    known := marks;
  end if;
  for one in select k from unnest(known || case when known = '{{}}' then array[given.id::text]
                                                else '{{}}' end) k order by k loop
    perform pg_advisory_xact_lock(hashtextextended('citizen:' || one, 0));
  end loop;
  return query
    select c.id, c.person_id,
           (select k.id from course_course k where k.citizen_id = c.id
               and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') limit 1)
      from course_citizen c
     where (c.cpr_mark <> '' and c.cpr_mark = any (known))
        or (given.by_citizen and c.person_id = given.referred_by_id)
     limit 1;
end $$""",
)  # fmt: skip

INBOX = whole(*lists(
    "course_list_inbox", "units uuid[], declined_since timestamptz, page text",
    f"""select c.id from course_course c
     where c.unit_id = any (units) and {reached("c.id")}
       and (c.state in ('VISITATION', 'VENTELISTE')
         or c.state = 'AFSLAG' and c.state_since >= declined_since)""",
    f"""select r.id from course_referral r
     where r.unit_id = any (units) and r.state in ('new', 'waits_for_yes') and {KNOWS}""",
    role="intake",
))  # fmt: skip

APART = "exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)"
NAMES = whole(
    "course_oversight_names", "wanted uuid[]",
    f"""returns table (course uuid, name text) language sql stable as $$
  select c.id, z.name::text from course_course c join course_citizen z on z.id = c.citizen_id
   where c.id = any (wanted) and (select access_oversees()) <> '{{}}' and access_in_area(c.id)
     and not {APART}
  union all
  select r.id, r.citizen_name::text from course_referral r
   where r.id = any (wanted) and r.course_id is null and (select access_oversees()) <> '{{}}'
     and access_in_area(r.id) and not {HIDDEN}
$$""",
)  # fmt: skip
FIND = whole(
    "course_oversight_find", "words text",
    f"""returns table (course uuid, name text) language sql stable as $$
  select id, name from (
    select c.id, z.name::text, z.sort_key
      from course_course c join course_citizen z on z.id = c.citizen_id
     where (select access_oversees()) <> '{{}}' and length(words) > 2
       and position(lower(words) in lower(z.name)) > 0 and access_in_area(c.id) and not {APART}
    union all
    select r.id, r.citizen_name::text, lower(r.citizen_name) from course_referral r
     where (select access_oversees()) <> '{{}}' and length(words) > 2 and r.course_id is null
       and position(lower(words) in lower(r.citizen_name)) > 0 and access_in_area(r.id)
       and not {HIDDEN}
  ) found order by sort_key limit 20
$$""",
)  # fmt: skip


# going back they stand as before, without the fields that go
BEFORE = import_module("landfast.course.migrations.0050_frame_behind_the_gate")
NAMED_BEFORE = migrations.RunSQL(migrations.RunSQL.noop, f"{BEFORE.NAMES.sql}\n{BEFORE.FIND.sql}")


class Migration(migrations.Migration):
    """Two fields, three gates, six functions."""

    dependencies = (
        ("course", "0050_frame_behind_the_gate"),
        ("access", "0051_apart_in_intake"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.AddField("referral", "apart", models.CharField(max_length=12, blank=True)),
        migrations.AddField(
            "referral",
            "known_to",
            models.ForeignKey(
                null=True, on_delete=models.PROTECT, related_name="+", to="people.person"
            ),
        ),
        MARK_IS_APART,
        GATES,
        KEEP,
        CITIZEN_OF,
        INBOX,
        NAMES,
        FIND,
        NAMED_BEFORE,
    )
