"""One course at a time: two that go on would have two coordinators (product, principle 2).

A trigger and no unique index: a town in which somebody already has two keeps running, and they are
ended by people. Only a course that begins, or begins again, is asked, after who may write it was: a
stranger is not told that she has one. The lock lets the second of
two wait until the first is written, so that it finds it.
"""

from django.db import migrations

ONE_EACH = migrations.RunSQL(
    """
create function course_one_each() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  over text[] := array['AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'];
begin
  if new.state = any (over) or (tg_op = 'UPDATE' and old.state <> all (over)) then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('course of:' || new.citizen_id, 0));
  if exists (select from course_course c where c.citizen_id = new.citizen_id and c.id <> new.id
              and c.state <> all (over)) then
    raise exception 'landfast: the citizen of % has a course that goes on', new.id
      using errcode = 'unique_violation', constraint = 'one_course_each';
  end if;
  return new;
end $$;
alter function course_one_each() owner to landfast_helper;
create trigger one_course_each after insert or update of state on course_course
  for each row execute function course_one_each();
""",
    """
drop trigger one_course_each on course_course;
drop function course_one_each;
""",
)


class Migration(migrations.Migration):
    dependencies = (("course", "0135_logins_by_provider"),)

    operations = (ONE_EACH,)
