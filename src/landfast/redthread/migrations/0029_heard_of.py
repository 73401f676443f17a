"""What she has said of the minutes, her wishes and whom she shares with is heard, and a cover too."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE, HOW, INDEX = (
    import_module(f"landfast.redthread.migrations.{name}")
    for name in ("0025_waits_by_room", "0027_how_it_went", "0028_more_to_hear")
)
TO_HEAR = f"""e.at > access_now() - interval '14 days'
     and e.kind in ({INDEX.KINDS}) and (e.actor_id <> me or e.kind = 'coordinator.lost')"""
LATELY = f"""select e from access_event e
   where e.scope_id = any (mine) and {TO_HEAR}
     and (e.scope_id = any (known) or not access_left_behind(e.scope_id, e.at))
     and not exists (
       select from access_event s
        where s.scope_id = e.scope_id and s.at > e.at and s.actor_id = me
          and s.kind <> 'course.heard'
          and (s.object_id = e.object_id and e.kind <> 'coordinator.lost'
               or e.kind = 'coordinator.appointed'
               or e.kind = 'coordinator.lost' and s.at > e.at + interval '1 minute'
               or e.kind = 'meeting.cancelled' and s.kind = 'meeting.opened'))"""
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
  if not exists (select from access_event e where e.scope_id = any (held) and {TO_HEAR}) then
    return;
  end if;
  mine := access_threads(held);
  done := array({LATELY});
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
    """One function anew, and the narrower index goes."""

    atomic = False

    dependencies = (
        ("redthread", "0028_more_to_hear"), ("course", "0124_covering"),
        ("network", "0034_unshared"), ("plan", "0086_wishes_to_hear"),
        ("meetings", "0103_coming_on_mandag"),
    )  # fmt: skip

    operations = (
        migrations.RunSQL(WAITS.sql, HOW.WAITS.WAITS.sql.replace(HOW.BEFORE.KINDS, HOW.KINDS)),
        migrations.RunSQL(
            "drop index concurrently if exists events_heard", HOW.index("events_heard", HOW.KINDS)
        ),
    )
