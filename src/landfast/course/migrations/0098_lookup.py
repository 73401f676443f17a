"""Who is the coordinator? One function that looks, logs, tells, and answers with keys only (B5).

It finds a course that somebody holds, and none that is kept apart or over: that somebody is referred
is nobody's to learn here. What it did not find is in the
look log as refused, so that tries are counted there, and the officer sees them.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may
from landfast.access.sql import EMPLOYED
from landfast.course.rules.lookup import PAGE, TRIES_A_DAY, TRIES_AN_HOUR

FIND = definer(
    "course_find_coordinator",
    "marks text[], as_ground text",
    f"""returns table (said text, unit uuid, holder uuid, covers boolean, deputy uuid, second uuid)
  language plpgsql volatile as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here uuid;
  held record;
begin
  select unit_id into here from people_employment
   where person_id = me and {EMPLOYED} order by starts_on desc limit 1;
  if here is null then
    return query select 'nobody', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  -- two tries at once are counted one after the other
  perform pg_advisory_xact_lock(hashtextextended('lookup:' || me, 0));
  if (select count(*) filter (where at > moment - interval '1 hour') >= {TRIES_AN_HOUR}
          or count(*) >= {TRIES_A_DAY}
        from access_look
       where person_id = me and at > moment - interval '1 day' and what = '{PAGE}')
  then
    return query select 'wait', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  select k.id, k.unit_id, h.person_id, h.kind into held
    from course_citizen c
    join course_course k on k.citizen_id = c.id
    join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
   where c.cpr_mark <> '' and c.cpr_mark = any (marks) and not access_is_apart(k.id)
     and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   order by h.starts_at desc limit 1;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  values (uuidv7(), moment, held.id, me, here, '', case when held.id is null then '' else 'law' end,
    '{PAGE}', held.id is not null, case when held.id is null then 'refused' else 'search' end);
  if held.id is null then
    return query select 'nobody', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), moment, 'coordinator.looked_up', held.id, 'whole', me, 'course_course', held.id,
    jsonb_build_object('ground', as_ground, 'unit', here));
  return query
  select 'found', held.unit_id, held.person_id, held.kind = 'cover',
    (select d.person_id from course_deputyship d
      where d.course_id = held.id and access_today() between d.starts_on and d.ends_on
      order by d.created_at desc limit 1),
    (select s.person_id from course_second s
      where s.course_id = held.id and s.ended_at is null limit 1);
end $$""",
)


class Migration(migrations.Migration):
    """Two tables for the function, and the function."""

    dependencies = (("course", "0097_frame"), ("access", "0101_threads"))

    operations = (
        helper_may("course_deputyship"),
        helper_may("course_second"),
        FIND,
    )
