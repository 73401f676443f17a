"""Each room says what waits in it for who holds courses; here it is one question.

Who holds the threads is asked alone: no name of the citizen's, and nothing of it is read before the
log. What she did is there until the one who looks has done something with the same thing, or put
that very event away (`course.heard`), and a fortnight at most: what she did next is not put away
with it.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.redthread.migrations.0024_heard_by_event")
WORTH = """select 'worth', f.course_id, f.id, null::date, null::uuid, f.severity::text,
         f.rule::text, '{}'::text[], f.created_at, null::uuid
    from redthread_finding f
   where f.course_id = any (looked) and f.closed_at is null
     and redthread_is_worth(
       f.severity, f.rule, f.contested_at, f.snoozed_until, f.dismissed_at, today)
     and (f.course_id = any (known) or not access_left_behind(f.course_id, f.rests_from))"""
MAIL = """select 'mail', u.course_id, u.course_id, null, null, '', '', '{}', u.since, null
    from notices_unreached_courses() u"""
LATELY = f"""select e from access_event e
   where e.scope_id = any (mine) and {BEFORE.TO_HEAR}
     and (e.scope_id = any (known) or not access_left_behind(e.scope_id, e.at))
     and not exists (
       select from access_event s
        where s.scope_id = e.scope_id and s.at > e.at and s.actor_id = me
          and s.kind <> 'course.heard'
          and (s.object_id = e.object_id or e.kind = 'coordinator.appointed'
               or e.kind = 'meeting.cancelled' and s.kind = 'meeting.opened'))"""
HERS = """select e from unnest(done) e join course_course c on c.id = e.scope_id
    join course_citizen z on z.id = c.citizen_id and z.person_id = e.actor_id"""


def named(rows: str) -> str:
    """The rows of the rooms as the question answers them: an employee has a name."""
    return f"""select w.what, w.course_id, w.about, w.day, w.who, coalesce(p.name, '')::text,
         w.need, w.answer, w.there, w.since, w.event
    from ({rows}) w left join people_person p on p.id = w.who and p.kind = 'staff'"""


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
        named(f'''
    select * from course_waits_for_holder(me, mine, today)
    union all select * from network_waits_for_holder(mine, looked, today)
    union all select * from plan_waits_for_holder(me, mine, known, today, moment, still)
    union all {MAIL}
    union all {WORTH}''')
    }
   order by w.since, w.about;
  if not exists (select from access_event e where e.scope_id = any (held) and {BEFORE.TO_HEAR}) then
    return;
  end if;
  mine := access_threads(held);
  done := array({LATELY});
  hers := array({HERS});
  return query {
        named('''
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
    """One function anew, and two that nothing asks any more."""

    dependencies = (
        ("redthread", "0024_heard_by_event"), ("course", "0121_waits"), ("network", "0033_waits"),
        ("plan", "0082_waits"), ("meetings", "0101_waits"),
    )  # fmt: skip

    operations = (
        migrations.RunSQL(
            WAITS.sql, BEFORE.WAITS.sql.replace("create function", "create or replace function", 1)
        ),
        migrations.RunSQL(
            "drop function redthread_asked_of_holder;",
            import_module("landfast.redthread.migrations.0011_worth_by_the_rule").ASKED.sql,
        ),
        migrations.RunSQL(
            "drop function plan_asked_of_holder;",
            import_module("landfast.plan.migrations.0078_beside").ASKED.sql,
        ),
    )
