"""What the plan asks of who holds the course: what a leader said, a maker away, a plan at rest."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import inner
from landfast.access.sql import asked_already

OF_LEADERS = asked_already(import_module("landfast.plan.migrations.0070_counted_unseen").OF_LEADERS)
WAITS = inner(
    "plan_waits_for_holder",
    "me uuid, mine uuid[], known uuid[], today date, moment timestamptz, still date",
    f"""returns setof access_waiting language sql stable as $$
  select l.*, null::uuid from (
    select 'still', c.id, c.id, still, null::uuid, '', '', '{{}}'::text[], c.state_since
      from course_course c
     where c.id = any (mine) and c.state = 'AKTIV' and c.state_since < still
       and not exists (select from plan_agreement_change x
                        where x.course_id = c.id and x.at >= still)
    union all
    {OF_LEADERS}) l
$$""",
)
DONE = inner(
    "plan_done_for_holder",
    "done access_event[]",
    """returns setof access_waiting language sql stable as $$
  select 'said_no', e.scope_id, e.object_id, null::date, e.actor_id, '', '', '{}'::text[],
         e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_decline' and a.state = 'declined'
$$""",
)


class Migration(migrations.Migration):
    """Two functions more."""

    dependencies = (
        ("plan", "0081_done_before"), ("course", "0120_heard_is_no_act"), ("access", "0115_waiting"),
    )  # fmt: skip

    operations = (WAITS, DONE)
