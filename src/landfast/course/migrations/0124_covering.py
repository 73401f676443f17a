"""Who holds a course from now on because its coordinator was lost finds that on Mandag."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import inner, whole

BEFORE = import_module("landfast.course.migrations.0121_waits")
DONE = whole(
    "course_done_for_holder",
    "me uuid, hers access_event[], done access_event[]",
    """returns setof access_waiting language sql stable as $$
  select 'paused', e.scope_id, e.object_id, c.review_on, null::uuid, '', '', '{}'::text[],
         e.at, e.id
    from unnest(hers) e join course_course c on c.id = e.scope_id
   where e.kind = 'course.moved.paused' and c.state = 'BERO'
  union all
  select 'resumed', e.scope_id, e.object_id, null, null, '', '', '{}', e.at, e.id
    from unnest(hers) e join course_course c on c.id = e.scope_id
   where e.kind = 'course.went_on' and c.state <> 'BERO'
  union all
  select 'appointed', e.scope_id, e.object_id, null, null, '', '', '{}', e.at, e.id
    from unnest(done) e
   where e.kind = 'coordinator.appointed' and e.facts->>'person' = me::text
  union all
  select 'covering', e.scope_id, e.object_id, h.cover_until, (e.facts->>'person')::uuid, '', '',
         '{}', e.at, e.id
    from unnest(done) e join course_coordinatorship h on h.course_id = e.scope_id
     and h.person_id = me and h.ended_at is null
   where e.kind = 'coordinator.lost' and e.facts->>'cover' = me::text
$$""",
    inner,
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("course", "0123_told"),)

    operations = (
        migrations.RunSQL(
            DONE.sql, BEFORE.DONE.sql.replace("create function", "create or replace function", 1)
        ),
    )
