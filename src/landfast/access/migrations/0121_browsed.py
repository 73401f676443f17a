"""The officer's days of looks tell referrals too: what was opened before there was a course.

Until somebody takes it a referral has no course, so its looks stood in no day: nobody was asked
about a night, a surname or an afternoon of browsing at intake. What was opened only to be read
is told apart from what the reader did something with.
"""

from importlib import import_module

from django.db import migrations, models

from landfast.access.protect import definer
from landfast.access.rules import Unusual
from landfast.kernel.choices import choices

BEFORE = import_module("landfast.access.migrations.0118_work_by_role")
WORK_ITSELF = f"{BEFORE.HOLDS}, {BEFORE.TASKS}"
A_WHILE = "interval '14 days'"

DAYS = definer(
    "access_oversight_days",
    "since timestamptz, before timestamptz, page text",
    f"""returns table (person_id uuid, day date, scope_id uuid, times int, at_night int,
    works boolean, is_referral boolean) language plpgsql volatile as $$
declare
  units uuid[] := access_overseen_units();
  acted text[];
begin
  if units = '{{}}' then return; end if;
  perform access_note_oversight(null, page, 'search');
  acted := array(
    select distinct e.actor_id::text || ':' || coalesce(e.facts ->> 'referral', e.object_id::text)
      from access_event e
     where e.at >= since - {A_WHILE} and e.at < before + {A_WHILE}
       and e.kind like 'referral.%' and e.actor_id is not null);
  return query
  select seen.person_id, seen.day, seen.thing, seen.times, seen.at_night,
         case when seen.is_referral
              then seen.person_id::text || ':' || seen.thing::text = any (acted)
              else seen.holds or exists (
                select from access_event e
                 where e.scope_id = seen.thing and e.actor_id = seen.person_id
                   and e.at >= seen.day - 14 and e.at < seen.day + 15) end,
         seen.is_referral
    from (
      select l.person_id, (l.at at time zone 'Europe/Copenhagen')::date as day,
             coalesce(l.scope_id, l.about) as thing, l.scope_id is null as is_referral,
             count(*)::int as times,
             bool_or(l.role in ({WORK_ITSELF})) as holds,
             (count(*) filter (where extract(hour from l.at at time zone 'Europe/Copenhagen')
                                 not between 5 and 22))::int as at_night
        from access_look l
       where l.at >= since and l.at < before
         and (l.unit_id = any (units)
           or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))
         and coalesce(l.scope_id, l.about) is not null
         and l.allowed and l.role <> 'citizen'
         and l.ground <> 'oversight' and {BEFORE.NOT_A_LIST}
       group by 1, 2, 3, 4) seen
   order by seen.day desc, seen.person_id, seen.thing;
end $$""",
)
BACK = str(BEFORE.NOW.sql).replace("create or replace function", "create function", 1)


class Migration(migrations.Migration):
    """One function anew: it answers one thing more."""

    dependencies = (("access", "0120_intake_is_over"),)

    operations = (
        migrations.AlterField(
            "lookverdict", "reason", models.CharField(max_length=12, choices=choices(Unusual))
        ),
        migrations.RunSQL(
            "drop function access_oversight_days(timestamptz, timestamptz, text);", BACK
        ),
        DAYS,
    )
