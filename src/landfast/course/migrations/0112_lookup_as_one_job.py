"""A system that asks whom to ring asks as what she is where it is: no other post gives it a ground.

`jobs` are those employments; a person who asks by herself asks as all that she is. The look and the
event name one of their units.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import EMPLOYED, listed
from landfast.course.rules.lookup import PAGE, TRIES_A_DAY, TRIES_AN_HOUR
from landfast.course.rules.states import OVER

BEFORE = import_module("landfast.course.migrations.0103_lookup_grounds")
FIND = definer(
    "course_find_coordinator",
    "marks text[], as_ground text, jobs uuid[] default null",
    f"""returns table (said text, unit uuid, holder uuid, covers boolean, deputy uuid, second uuid)
  language plpgsql volatile as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here uuid;
  asks_for uuid;
  held record;
begin
  select unit_id into here from people_employment
   where person_id = me and {EMPLOYED} and (jobs is null or id = any(jobs))
   order by starts_on desc limit 1;
  if here is null then
    return query select 'nobody', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  select e.unit_id into asks_for from people_employment e
    join people_unit u on u.id = e.unit_id join people_organisation o on o.id = u.organisation_id
   where e.person_id = me and {EMPLOYED} and (jobs is null or e.id = any(jobs))
     and course_gives_lookup(as_ground, o.kind, e.role)
   order by e.starts_on desc limit 1;
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
   where asks_for is not null and c.cpr_mark <> '' and c.cpr_mark = any (marks)
     and not access_is_apart(k.id)
     and k.state not in ({listed(sorted(OVER))})
   order by h.starts_at desc limit 1;
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
  values (uuidv7(), moment, held.id, me, coalesce(asks_for, here), '',
    case when held.id is null then '' else 'law' end,
    '{PAGE}', held.id is not null, case when held.id is null then 'refused' else 'search' end);
  if held.id is null then
    return query select 'nobody', null::uuid, null::uuid, false, null::uuid, null::uuid; return;
  end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), moment, 'coordinator.looked_up', held.id, 'whole', me, 'course_course', held.id,
    jsonb_build_object('ground', as_ground, 'unit', asks_for));
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
    """The look-up with one more question in it, in the place of the one before."""

    dependencies = (("course", "0111_talk"),)

    operations = (
        migrations.RunSQL("drop function course_find_coordinator;", str(BEFORE.FIND.sql)),
        FIND,
    )
