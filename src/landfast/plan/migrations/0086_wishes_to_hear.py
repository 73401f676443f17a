"""What she has written or changed of her wishes is something to hear: one row for a course."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import inner, whole

BEFORE = import_module("landfast.plan.migrations.0085_hers")
DONE = whole(
    "plan_done_for_holder",
    "done access_event[]",
    """returns setof access_waiting language sql stable as $$
  select 'said_no', e.scope_id, e.object_id, null::date, e.actor_id, '', '', '{}'::text[],
         e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_decline' and a.state = 'declined'
  union all
  select 'not_happened', e.scope_id, e.object_id, null, a.maker_id, '', '', '{}', e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_hers_no' and a.hers = 'not'
  union all
  select 'wish', e.scope_id, e.scope_id, null, null, '',
         case when e.kind = 'plan.wish_added' then 'new'
              when e.kind = 'plan.wish_stands' then e.facts->>'standing' else '' end,
         '{}', e.at, e.id
    from unnest(done) e join plan_wish w on w.id = e.object_id
    join course_course c on c.id = e.scope_id
    join course_citizen z on z.id = c.citizen_id and z.person_id = e.actor_id
   where e.kind in ('plan.wish_added', 'plan.wish_reworded', 'plan.wish_stands')
$$""",
    inner,
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("plan", "0085_hers"),)

    operations = (migrations.RunSQL(DONE.sql, BEFORE.DONE.sql),)
