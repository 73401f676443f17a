"""Who held a course until somebody else ended it hears of it, as of all that a citizen does."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.redthread.migrations.0019_what_she_did")
ENDED = """if exists (select from course_coordinatorship h
              where h.person_id = me and h.ended_at > access_now() - interval '14 days') then
    return query
    select 'ended', k.course_id, k.course_id,
           (k.ended_at at time zone 'Europe/Copenhagen')::date, null::uuid, '', '', k.ending,
           '{}'::text[], k.ended_at
      from course_ended_keys() k
     where k.ended_at > access_now() - interval '14 days'
       and not exists (
         select from access_event e
          where e.scope_id = k.course_id and e.actor_id = me
            and (e.kind = 'course.heard' and e.at >= k.ended_at
              or e.kind like 'course.ended.%' and e.at > k.ended_at - interval '5 minutes'));
  end if;
end $$"""
ASKED = whole(
    "redthread_asked_of_holder", "holds uuid[], held uuid[], still date, today date",
    BEFORE.BODY.removesuffix("end $$") + ENDED,
)  # fmt: skip


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0019_what_she_did"), ("course", "0117_ended"))

    operations = (migrations.RunSQL(ASKED.sql, BEFORE.ASKED.sql),)
