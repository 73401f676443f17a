"""Who may employ whom is asked of the database: posts follow from employment, and rights from posts.

Pages and journeys had asked; with the application's own SQL anybody could give themselves a post.
What each post may stands in `roles.POSTS`; a test compares. Everybody reads units and staff as
before. Nobody writes their own employment, and of an employment only the last day can be changed
(decisions/0012).
"""

from django.db import migrations

from landfast.access.protect import definer, write_by
from landfast.people.rules import SYSTEM_ID

# whoever can be believed to be Landfast itself: background work and commands, never a page
IS_SYSTEM = migrations.RunSQL(
    f"""
create function access_may_be_system() returns boolean language sql stable parallel safe
  return session_user = 'landfast_jobs';

create function access_is_system() returns boolean language sql stable parallel safe
  return access_may_be_system() and access_actor() = '{SYSTEM_ID}'::uuid;
grant execute on function access_may_be_system, access_is_system to landfast_helper;
""",
    "drop function access_is_system; drop function access_may_be_system;",
)

POSTS_THAT = migrations.RunSQL(
    """
create function access_posts_that(may text) returns text[] language sql immutable parallel safe
  return case may
    when 'organisation_run' then array['org_admin']
    when 'courses_oversee' then array['daily_leader', 'leader']
    when 'intake_decide' then array['coordinator', 'daily_leader']
    else '{}' end;
""",
    "drop function access_posts_that;",
)

MY_UNITS = definer(
    "access_my_units",
    "may text",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct split_part(post, ':', 1)::uuid), '{}')
    from unnest(access_my_posts()) post
   where split_part(post, ':', 2) = any (access_posts_that(may))
$$""",
)

MY_ORGANISATIONS = definer(
    "access_my_organisations",
    "may text",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct organisation_id), '{}') from people_unit
   where id = any ((select access_my_units(may))::uuid[])
$$""",
)

# employing somebody of another house would be the way to their login and their citizens
MAY_EMPLOY = definer(
    "access_may_employ",
    "who uuid",
    """returns boolean language sql stable as $$
  select who <> (select access_actor())
     and exists (select from people_person where id = who and kind = 'staff')
     and not exists (
       select from people_employment
        where person_id = who
          and unit_id <> all ((select access_my_units('organisation_run'))::uuid[]))
$$""",
)

# a post that is not held in the organisation only ever ends earlier
ENDS_EARLIER = definer(
    "access_ends_earlier",
    "wanted uuid, last_day date",
    """returns boolean language sql stable as $$
  select last_day >= access_today() and exists (
    select from people_employment
     where id = wanted and (ends_on is null or ends_on >= last_day))
$$""",
)

# oneself; who keeps or leads the unit; the second or deputy, or the unit's lead, of a citizen of theirs
MAY_NOTE_LEAVE = definer(
    "access_may_note_leave",
    "who uuid",
    """returns boolean language sql stable as $$
  select coalesce(who = (select access_actor()), false)
      or exists (
        select from people_employment
         where person_id = who and (ends_on is null or ends_on >= access_today())
           and (unit_id = any ((select access_my_units('organisation_run'))::uuid[])
             or unit_id = any ((select access_my_units('courses_oversee'))::uuid[])))
      or exists (
        select from access_grant
         where person_id = who and role in ('coordinator', 'cover')
           and starts_at <= access_now() and (ends_at is null or ends_at > access_now())
           and access_my_roles(scope_id) && array['second', 'deputy', 'lead'])
$$""",
)

# the definer functions read on as they did
HELPER_READS = migrations.RunSQL(
    "\n".join(
        f"create policy helper_select on {table} for select to landfast_helper using (true);"
        for table in ("people_unit", "people_person", "people_employment")
    ),
    "\n".join(
        f"drop policy helper_select on {table};"
        for table in ("people_unit", "people_person", "people_employment")
    ),
)

SYSTEM = "(select access_is_system())"


def mine(may: str) -> str:
    """The units where a post of mine may this; asked once a statement."""
    return f"(select access_my_units('{may}'))::uuid[]"


RUN, OVERSEE, INTAKE = map(mine, ("organisation_run", "courses_oversee", "intake_decide"))
IN_MY_UNIT = f"""exists (select from people_employment e
    where e.person_id = people_person.id and e.unit_id = any ({RUN})
      and (e.ends_on is null or e.ends_on >= access_today()))"""
IS_STAFF = """exists (select from people_person p
    where p.id = people_employment.person_id and p.kind = 'staff')"""
HOURS = f"""{SYSTEM} or exists (select from people_employment e
    where e.id = people_working_hours.employment_id
      and (e.person_id = access_actor() or e.unit_id = any ({RUN})))"""
NOT_MINE = f"person_id <> access_actor() and unit_id = any ({RUN})"
THEY_LEAD = f"role = 'coordinator' and unit_id = any ({OVERSEE})"


class Migration(migrations.Migration):
    """The questions, and the gates."""

    dependencies = (("access", "0015_views_as_barriers"), ("people", "0002_passwords_apart"))

    operations = (
        IS_SYSTEM,
        POSTS_THAT,
        MY_UNITS,
        MY_ORGANISATIONS,
        MAY_EMPLOY,
        ENDS_EARLIER,
        MAY_NOTE_LEAVE,
        HELPER_READS,
        write_by("people_organisation", insert=SYSTEM),
        write_by(
            "people_unit",
            insert=f"{SYSTEM} or (parent_id = any ({RUN}) and organisation_id ="
            " (select p.organisation_id from people_unit p where p.id = people_unit.parent_id))",
            update=f"id = any ({RUN})",
            columns="name, phone, sort_key",
        ),
        write_by(
            "people_person",
            insert=f"{SYSTEM} or (kind = 'staff' and {RUN} <> '{{}}')"
            f" or (kind = 'citizen' and {INTAKE} <> '{{}}')",
            update=f"kind = 'staff' and {IN_MY_UNIT}",
            columns="name, phone, sort_key",
        ),
        write_by(
            "people_employment",
            insert=f"({SYSTEM} and {IS_STAFF})"
            f" or (unit_id = any ({RUN}) and access_may_employ(person_id))",
            update=f"{SYSTEM} or ({NOT_MINE}) or ({THEY_LEAD})",
            becomes=f"{SYSTEM} or ({NOT_MINE})"
            f" or ({THEY_LEAD} and access_ends_earlier(id, ends_on))",
            columns="ends_on",
        ),
        write_by(
            "people_working_hours", insert=HOURS, delete=HOURS,
            before="select, insert, update, delete",
        ),
        write_by(
            "people_leave", insert=f"{SYSTEM} or access_may_note_leave(person_id)",
            before="select, insert, update, delete",
        ),
    )  # fmt: skip
