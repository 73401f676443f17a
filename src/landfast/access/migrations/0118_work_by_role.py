"""Usual work is no unusual look: who is let in for one task reads because of it.

Intake while it assesses, who is asked to take a course, who is asked to decide one thing, a guest
of one meeting: their ground begins with the task and ends with it. A referral
has no course yet; its look is intake's, of those whose post it is. Everybody else has done
something near it, or somebody asks. Night, own surname and many a day are asked about as before.
"""

from django.db import migrations

from landfast.access.protect import whole

NOT_A_LIST = "l.kind <> 'list' and (l.kind <> '' or l.what not like '%(liste)')"
HOLDS = "'coordinator', 'cover', 'deputy'"
TASKS = "'decider', 'guest', 'intake', 'taker'"


def days(roles: str) -> migrations.RunSQL:
    """The function with the roles in which reading is the work itself."""
    return whole(
        "access_oversight_days",
        "since timestamptz, before timestamptz, page text",
        f"""returns table (person_id uuid, day date, scope_id uuid, times int, at_night int,
    works boolean) language plpgsql volatile as $$
declare
  units uuid[] := access_overseen_units();
begin
  if units = '{{}}' then return; end if;
  perform access_note_oversight(null, page, 'search');
  return query
  select seen.person_id, seen.day, seen.scope_id, seen.times, seen.at_night,
         seen.holds or exists (
           select from access_event e
                  where e.scope_id = seen.scope_id and e.actor_id = seen.person_id
                    and e.at >= seen.day - 14 and e.at < seen.day + 15)
    from (
      select l.person_id, (l.at at time zone 'Europe/Copenhagen')::date as day, l.scope_id,
             count(*)::int as times,
             bool_or(l.role in ({roles})) as holds,
             (count(*) filter (where extract(hour from l.at at time zone 'Europe/Copenhagen')
                                 not between 5 and 22))::int as at_night
        from access_look l
       where l.at >= since and l.at < before
         and (l.unit_id = any (units)
           or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))
         and l.scope_id is not null and l.allowed and l.role <> 'citizen'
         and l.ground <> 'oversight' and {NOT_A_LIST}
       group by 1, 2, 3) seen
   order by seen.day desc, seen.person_id, seen.scope_id;
end $$""",
    )


NOW, BEFORE = days(f"{HOLDS}, {TASKS}"), days(HOLDS)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("access", "0117_shared_with_me"),)

    operations = (migrations.RunSQL(NOW.sql, BEFORE.sql),)
