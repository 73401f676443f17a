"""Promises of a course that ask for a call, and for nothing else, are sent as one.

The most pressing one, with the number of the others, which is what Mandag says of them (domain A7,
D); in the courses of `every` all are sent. So is what anything else could be said of: talked about,
mine to do, followed up by me, due today, before a leader, its maker left. The order is that of
`insight.calling.Why`; tests/access/test_finders.py shows that the rules choose and count the same.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY

BEFORE = import_module("landfast.plan.migrations.0072_watched_by_day")
FIRST = BEFORE.BEFORE
# of the bounds' own days the rules may say otherwise: what was touched then is sent for itself
PRESSING = """case
       when k.talked_on is not null or k.maker_id is not distinct from me or k.is_left
         or k.course_id <> all (mine) or k.course_id = any (every) then null
       when k.state in ('partly', 'broken') then case when k.id <> all (at_leader) then 1 end
       when k.state = 'proposed' then
         case when k.offered_at is null and (k.maker_id is not null or k.outside_name <> '')
                   and k.touched_on < waited then 4 end
       when k.due_on < today then case when k.id <> all (at_leader) then 2 end
       when k.due_on = today or k.follow_up_by_id = me and k.follow_up_on <= today then null
       when k.touched_on < silent then 5 end"""
WATCH = definer(
    "plan_watch",
    "held uuid[], every uuid[], silent date, waited date",
    f"""returns table (id uuid, course_id uuid, state text, has_other_words boolean, due_on date,
    follow_up_on date, told_on date, talked_on date, touched_on date,
    is_held boolean, is_mine boolean, has_maker boolean, i_follow_up boolean,
    is_at_leader boolean, is_left boolean, stands_for int)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
  {KNOWN_ALREADY}
  mine constant uuid[] := access_threads(held);
  at_leader constant uuid[] := array(
    select d.agreement_id from plan_decision_ask d
     where d.course_id = any (mine) and d.answered_at is null and d.withdrawn_at is null);
begin
  return query
  with seen as (
    select {FIRST.COLUMNS} from plan_agreement a
     where a.course_id = any (mine) and {FIRST.AT_WORK} and ({BEFORE.STAYS})
    union all
    select {FIRST.COLUMNS} from plan_agreement a where {FIRST.AT_WORK} and {BEFORE.MINE}),
  looked as materialized (
    select s.*, {BEFORE.MAKER_LEFT} as is_left,
           (coalesce((select x.at from plan_agreement_change x
                       where x.agreement_id = s.id order by x.at desc limit 1), s.proposed_at)
             {FIRST.IN_DANISH} as touched_on
      from seen s
     where {BEFORE.MAY_ASK}
       and not exists (select from plan_agreement r
                        where r.replaces_id = s.id and r.state not in ('declined', 'lapsed'))),
  asking as (
    select k.*, (coalesce(k.reported_at, k.proposed_at) {FIRST.IN_DANISH} as told_on,
           {PRESSING} as pressing
      from looked k where {BEFORE.ASKS}),
  placed as (
    select k.*, count(*) over (partition by k.course_id, k.pressing is null) as many,
           row_number() over (partition by k.course_id, k.pressing is null order by k.pressing,
             case k.pressing when 1 then k.told_on when 2 then k.due_on else k.touched_on end,
             k.due_on, k.id) as place
      from asking k)
  select k.id, k.course_id, k.state::text, k.offered_at is not null, k.due_on, k.follow_up_on,
         k.told_on, k.talked_on, k.touched_on, k.course_id = any (mine),
         k.maker_id is not distinct from me, k.outside_name <> '' or k.maker_id is not null,
         k.follow_up_by_id is not distinct from me,
         k.id = any (at_leader), k.is_left, case when k.pressing > 0 then k.many::int - 1 else 0 end
    from placed k
   where k.pressing is null or k.place = 1
   order by k.due_on, k.id;
end $$""",
)


class Migration(migrations.Migration):
    """The function anew, with a column more."""

    dependencies = (("plan", "0075_promised_for_a_day"),)

    operations = (migrations.RunSQL("drop function plan_watch;", BEFORE.WATCH.sql), WATCH)
