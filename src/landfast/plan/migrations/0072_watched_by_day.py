"""What cannot ask for anything today is left out before it is looked into (decision 32).

The conditions are necessary, not the rules: `insight` decides among what is left. The days are the
rules' own. tests/access/test_finders.py shows that nothing which a rule would choose is left out.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY, asked_already

BEFORE = import_module("landfast.plan.migrations.0070_counted_unseen")
RUNS, AT_WORK, DANISH = BEFORE.RUNS, BEFORE.AT_WORK, BEFORE.IN_DANISH
STAYS, MAKER_LEFT = asked_already(BEFORE.STAYS), asked_already(BEFORE.MAKER_LEFT)
# a promise of my own in a course that I reach, in whatever team: proposed, while I reach the whole
MINE = f"""a.maker_id = me and a.course_id <> all (mine)
       and (a.course_id = any ((select access_my_scopes('frame', 'read'))::uuid[])
         or access_reaches(a.course_id, 'frame', 'read'))
       and (a.state in ({RUNS})
         or a.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
         or access_reaches(a.course_id, 'whole', 'read'))"""
# before its last change and its maker are looked up: of my own, what I am asked or have to tell
MAY_ASK = f"""case
       when s.course_id = any (every) then true
       when s.maker_id = me then s.state in ({RUNS}) and s.due_on <= today
         or s.state = 'proposed' and s.offered_at is null
       else true end"""
# and after: of the others', what was not kept, is due, has waited too long or was not touched lately
ASKS = f"""k.course_id = any (every) or k.maker_id = me
      or case
        when k.state in ({RUNS}) then k.due_on <= today or k.touched_on <= silent or k.is_left
          or k.follow_up_by_id = me and k.follow_up_on <= today
        when k.state = 'proposed' then k.offered_at is not null or k.touched_on <= waited
        else true end"""
WATCH = definer(
    "plan_watch",
    "held uuid[], every uuid[], silent date, waited date",
    f"""returns table (id uuid, course_id uuid, state text, has_other_words boolean, due_on date,
    follow_up_on date, told_on date, talked_on date, touched_on date,
    is_held boolean, is_mine boolean, has_maker boolean, i_follow_up boolean,
    is_at_leader boolean, is_left boolean)
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
    select {BEFORE.COLUMNS} from plan_agreement a
     where a.course_id = any (mine) and {AT_WORK} and ({STAYS})
    union all
    select {BEFORE.COLUMNS} from plan_agreement a where {AT_WORK} and {MINE}),
  looked as materialized (
    select s.*, {MAKER_LEFT} as is_left,
           (coalesce((select x.at from plan_agreement_change x
                       where x.agreement_id = s.id order by x.at desc limit 1), s.proposed_at)
             {DANISH} as touched_on
      from seen s
     where {MAY_ASK}
       and not exists (select from plan_agreement r
                        where r.replaces_id = s.id and r.state not in ('declined', 'lapsed')))
  select k.id, k.course_id, k.state::text, k.offered_at is not null, k.due_on, k.follow_up_on,
         (coalesce(k.reported_at, k.proposed_at) {DANISH}, k.talked_on, k.touched_on,
         k.course_id = any (mine),
         k.maker_id is not distinct from me, k.outside_name <> '' or k.maker_id is not null,
         k.follow_up_by_id is not distinct from me,
         k.id = any (at_leader), k.is_left
    from looked k
   where {ASKS}
   order by k.due_on, k.id;
end $$""",
)


class Migration(migrations.Migration):
    """The function anew, with other arguments."""

    dependencies = (("plan", "0071_interim"), ("access", "0107_threads_in_one"))

    operations = (
        migrations.RunSQL("drop function plan_watch;", BEFORE.WATCH.sql),
        WATCH,
    )
