"""Who follows up in the place of one who is gone has it on Mandag, as the page and the reminder say.

Whose day to follow up has come and who has left the team or is away: it stood on nobody's Mandag.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY

REFUSED = import_module("landfast.plan.migrations.0094_a_leaders_no")
BEFORE, DAYS, FIRST = REFUSED.BEFORE, REFUSED.DAYS, REFUSED.FIRST
IS_THERE = import_module("landfast.plan.migrations.0098_in_place").IS_THERE
MINE = "k.follow_up_by_id = me and k.follow_up_on <= today"
FOLLOWS = f"""coalesce(s.state in ('accepted', 'started') and s.follow_up_on <= today
             and (s.follow_up_by_id = me or s.course_id = any (mine) and not
               {IS_THERE.format(who="s.follow_up_by_id").replace("a.course_id", "s.course_id")}), false)"""


def _now(sql: str) -> str:
    if MINE not in sql:
        raise ValueError(sql)
    return sql.replace(MINE, "k.follows_now")


PRESSING, ASKS = _now(BEFORE.PRESSING), _now(DAYS.ASKS)
WATCH = whole(
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
     where a.course_id = any (mine) and {FIRST.AT_WORK} and {REFUSED.STANDS} and ({DAYS.STAYS})
    union all
    select {FIRST.COLUMNS} from plan_agreement a where {FIRST.AT_WORK} and {REFUSED.STANDS} and {DAYS.MINE}),
  looked as materialized (
    select s.*, {DAYS.MAKER_LEFT} as is_left, {FOLLOWS} as follows_now,
           (coalesce((select x.at from plan_agreement_change x
                       where x.agreement_id = s.id order by x.at desc limit 1), s.proposed_at)
             {FIRST.IN_DANISH} as touched_on
      from seen s
     where {DAYS.MAY_ASK}
       and not exists (select from plan_agreement r
                        where r.replaces_id = s.id and r.state not in ('declined', 'lapsed'))),
  asking as (
    select k.*, (coalesce(k.reported_at, k.proposed_at) {FIRST.IN_DANISH} as told_on,
           {PRESSING} as pressing
      from looked k where {ASKS}),
  placed as (
    select k.*, count(*) over (partition by k.course_id, k.pressing is null) as many,
           row_number() over (partition by k.course_id, k.pressing is null order by k.pressing,
             case k.pressing when 1 then k.told_on when 2 then k.due_on else k.touched_on end,
             k.due_on, k.id) as place
      from asking k)
  select k.id, k.course_id, k.state::text, k.offered_at is not null, k.due_on, k.follow_up_on,
         k.told_on, k.talked_on, k.touched_on, k.course_id = any (mine),
         k.maker_id is not distinct from me, k.outside_name <> '' or k.maker_id is not null,
         k.follow_up_by_id is not distinct from me or k.follows_now,
         k.id = any (at_leader), k.is_left, case when k.pressing > 0 then k.many::int - 1 else 0 end
    from placed k
   where k.pressing is null or k.place = 1
   order by k.due_on, k.id;
end $$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("plan", "0099_not_before_its_start"), ("course", "0142_gone_on"))

    operations = (WATCH,)
