"""A case without a name that waits is one of the rows: its words are read only when there is one."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.redthread.migrations.0025_waits_by_room")


WAITS = whole(
    "redthread_waits_for_holder",
    "holds uuid[], held uuid[], still date, today date",
    f"""returns table (what text, course_id uuid, about uuid, day date, who uuid, named text,
    need text, answer text, there text[], since timestamptz, event uuid)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  known constant uuid[] := access_known_scopes();
  written constant uuid[] := access_my_scopes('whole', 'write');
  looked constant uuid[] := array(select unnest(held) intersect select unnest(written));
  mine uuid[] := access_threads(holds);
  done access_event[];
  hers access_event[];
begin
  return query {
        BEFORE.named(f'''
    select * from course_waits_for_holder(me, mine, today)
    union all select * from network_waits_for_holder(mine, looked, today)
    union all select * from plan_waits_for_holder(me, mine, known, today, moment, still)
    union all select * from circles_waits_for_holder(me, today)
    union all {BEFORE.MAIL}
    union all {BEFORE.WORTH}''')
    }
   order by w.since, w.about;
  if not exists (select from access_event e where e.scope_id = any (held) and {
        BEFORE.BEFORE.TO_HEAR
    }) then
    return;
  end if;
  mine := access_threads(held);
  done := array({BEFORE.LATELY});
  hers := array({BEFORE.HERS});
  return query {
        BEFORE.named('''
    select distinct on (d.what, d.about, d.who) d.* from (
      select * from course_done_for_holder(me, hers, done)
      union all select * from network_done_for_holder(hers)
      union all select * from plan_done_for_holder(done)
      union all select * from meetings_done_for_holder(hers, today)) d
    order by d.what, d.about, d.who, d.since desc''')
    }
   where not exists (
     select from access_event s
      where s.scope_id = w.course_id and s.at > w.since and s.actor_id = me
        and s.kind = 'course.heard' and s.facts->>'about' = w.event::text)
   order by w.since, w.about;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0025_waits_by_room"), ("circles", "0013_waits"))

    operations = (migrations.RunSQL(WAITS.sql, BEFORE.WAITS.sql),)
