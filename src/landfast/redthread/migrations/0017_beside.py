"""A no to a role to think of is not a no to the need's own seat: the job is told of the seats (B4)."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.redthread.migrations.0005_told")
TOLD = whole(
    "redthread_told",
    "wanted uuid, today date",
    f"""returns jsonb language sql stable as $$
  select jsonb_build_object(
    'state', c.state, 'state_since', {BEFORE.DAY.format("c.state_since")},
    'phase_id', 'phase:' || c.id, 'opened_at', c.created_at,
    'review_on', c.review_on, 'programme', p.code,
    'model_allows', p.coordination_model in ('case_worker', 'intake_office'),
    'largest', (select f.largest_meeting from course_profile f where f.course_id = wanted),
    'children', coalesce((select f.children from course_profile f where f.course_id = wanted), 0),
    'way_back', (select k.way_back from course_closing k where k.course_id = wanted
                  order by k.created_at desc limit 1),
    'team', (select coalesce(jsonb_agg(jsonb_build_object('id', 'member:' || m.id, 'role', m.role,
        'person', m.person_id, 'since', m.since, 'until', m.until)
        order by m.since, m.id), '[]') from network_member m where m.course_id = wanted),
    'wishes', (select coalesce(jsonb_agg(jsonb_build_object('id', 'wish:' || w.id, 'area', w.area,
        'day', {BEFORE.DAY.format("w.created_at")}) order by w.created_at, w.id), '[]')
      from plan_wish w where w.course_id = wanted and w.standing <> 'aside'),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', 'seat:' || s.id, 'need', s.need,
        'day', {BEFORE.DAY.format("s.answered_at")}) order by s.answered_at, s.id), '[]')
      from network_seat s where s.course_id = wanted and s.beside = '[]'
         and s.answer in ('not_now', 'never')),
    'is_covered', {BEFORE.COVERED},
    'holders', {BEFORE.HOLDERS},
    'agreements', {BEFORE.AGREEMENTS},
    'steps', {BEFORE.STEPS},
    'decisions', {BEFORE.DECISIONS},
    'meetings', {BEFORE.MEETINGS},
    'observed', {BEFORE.OBSERVED},
    'written', {BEFORE.WRITTEN})
    from course_course c join programmes_programme p on p.id = c.programme_id
   where c.id = wanted and {BEFORE.JOBS}
$$""",
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0016_who_is_away"), ("network", "0031_beside_answers"))

    operations = (migrations.RunSQL(TOLD.sql, BEFORE.TOLD.sql),)
