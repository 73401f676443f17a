"""The meetings of a quarter are planned at once: asked for by a leader, done by the jobs (C3).

The planner reads ids, hours and wishes of the meetings that wait for a time, and writes where it
would put each; a leader sees that of the courses whose frame they see, and takes it. What a meeting
is about, and who else is at it, stays where it was: the functions say nothing of it to anybody.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by

SYSTEM = "(select access_is_system())"
MINE = """(select coalesce(array_agg(u::uuid), '{{}}') from jsonb_array_elements_text({0}units) u)
   <@ (select access_my_units('courses_oversee'))::uuid[]"""
OF_RUN = """meetings_plan_run r join course_course c on r.units ? c.unit_id::text
  join meetings_meeting m on m.course_id = c.id"""
LED = f"r.id = run and {MINE.format('r.')}"
WAITS = """(m.state = 'preparing' or m.state = 'called' and m.starts_at is not null)
   and (m.starts_at is null or m.starts_at > access_now()
        and (m.starts_at at time zone 'Europe/Copenhagen')::date between r.first_on and r.last_on)"""
FACTS = definer(
    "meetings_plan_facts",
    "run uuid",
    f"""returns jsonb language sql stable as $$
  with wanted as (
    select m.*, c.unit_id from {OF_RUN} where r.id = run and access_is_system() and {WAITS}),
  table_of as (
    select w.id, w.leader_id as person_id from wanted w
    union select p.meeting_id, p.person_id from meetings_participant p
      join wanted w on w.id = p.meeting_id where p.person_id is not null),
  asked as (select distinct person_id from table_of),
  others as (
    select m.id, m.leader_id, m.starts_at, m.room_id,
           m.starts_at + make_interval(mins => m.minutes_long) as ends_at
      from meetings_meeting m
     where m.state in ('preparing', 'called', 'running') and m.starts_at > access_now()
       and not exists (select from wanted w where w.id = m.id))
  select jsonb_build_object(
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'course', w.course_id, 'unit', w.unit_id, 'leader', w.leader_id,
        'minutes', w.minutes_long, 'state', w.state, 'starts', w.starts_at, 'place', w.place,
        'room', w.room_id, 'first', w.search_from, 'last', w.search_until, 'parts', w.day_parts,
        'weekdays', w.weekdays, 'avoids', w.avoids, 'must', f.must_attend,
        'guests', (select coalesce(jsonb_agg(jsonb_build_object(
            'person', p.person_id, 'role', p.role, 'part', p.part) order by p.position, p.id), '[]')
          from meetings_participant p where p.meeting_id = w.id)) order by w.id), '[]')
      from wanted w join meetings_format f on f.id = w.format_id),
    'taken', (select coalesce(jsonb_agg(jsonb_build_array(t.person_id, t.starts_at, t.ends_at)), '[]')
      from (select a.person_id, b.starts_at, b.ends_at from asked a join people_busy b
              on b.person_id = a.person_id
            union all
            select a.person_id, o.starts_at, o.ends_at from asked a join others o
              on o.leader_id = a.person_id or exists (select from meetings_participant p
                where p.meeting_id = o.id and p.person_id = a.person_id and p.reply <> 'declined')) t),
    'rooms', (select coalesce(jsonb_agg(jsonb_build_array(o.room_id, o.starts_at, o.ends_at)), '[]')
      from others o where o.room_id is not null))
$$""",
)
NOTE = definer(
    "meetings_note_plan",
    "run uuid, plan jsonb",
    """returns int language plpgsql volatile as $$
declare
  told int;
begin
  if not access_is_system() then return null; end if;
  update meetings_meeting set plan_run_id = null where plan_run_id = run;
  update meetings_meeting m
     set plan_run_id = run, plan_at = (f->>'at')::timestamptz, plan_place = f->>'place',
         plan_room_id = (f->>'room')::uuid, plan_cost = f->'cost', plan_why = f->>'why'
    from jsonb_array_elements(plan) f where m.id = (f->>'id')::uuid and m.state = 'preparing';
  get diagnostics told = row_count;
  return told;
end $$""",
)
SEE = definer(
    "meetings_see_plan",
    "run uuid",
    f"""returns table (course uuid, meeting uuid, leader uuid, stands timestamptz, at timestamptz,
    room uuid, cost jsonb, why text) language sql stable as $$
  select m.course_id, m.id, m.leader_id, m.starts_at, m.plan_at, m.plan_room_id, m.plan_cost,
         m.plan_why
    from meetings_plan_run r join meetings_meeting m on m.plan_run_id = r.id
   where {LED} order by m.plan_at nulls first, m.id
$$""",
)
TAKE = definer(
    "meetings_take_plan",
    "run uuid",
    f"""returns table (course uuid, meeting uuid, moved boolean) language plpgsql volatile as $$
begin
  if not exists (select from meetings_plan_run r where {LED} and r.state = 'done') then return; end if;
  perform pg_advisory_xact_lock(hashtext('meetings_meeting.room'));
  update meetings_plan_run r set state = 'taken' where r.id = run;
  return query
  with before as (select m.id, m.starts_at, m.room_id from meetings_meeting m where m.plan_run_id = run)
  update meetings_meeting m
     set starts_at = m.plan_at, place = m.plan_place, room_id = m.plan_room_id,
         frame_agreed_at = null, frame_agreed_by_id = null
    from before
   where before.id = m.id and m.state = 'preparing' and m.plan_at > access_now()
     and (m.starts_at is distinct from m.plan_at or m.room_id is distinct from m.plan_room_id)
     and not exists (select from meetings_meeting o
       where o.id <> m.id and o.plan_run_id is distinct from run and o.state in ('preparing', 'called')
         and o.starts_at < m.plan_at + make_interval(mins => m.minutes_long)
         and o.starts_at + make_interval(mins => o.minutes_long) > m.plan_at
         and (o.leader_id = m.leader_id or o.room_id = m.plan_room_id))
  returning m.course_id, m.id, before.starts_at is not null;
end $$""",
)


def person_key() -> models.ForeignKey:
    """Who asked."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
    )


class Migration(migrations.Migration):
    """A table without citizens, six columns, four functions."""

    dependencies = (("meetings", "0075_finding_a_time"),)

    operations = (
        migrations.CreateModel(
            name="PlanRun",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("units", models.JSONField(default=list)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        max_length=8, default="waiting",
                        choices=[(word, word) for word in (
                            "waiting", "running", "done", "failed", "taken",
                        )],
                    ),
                ),
                ("wanted", models.PositiveIntegerField(default=0)),
                ("placed", models.PositiveIntegerField(default=0)),
                ("touched_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("asked_by", person_key()),
            ],
            options={"db_table": "meetings_plan_run"},
        ),
        migrations.AddField(
            "meeting", "plan_run",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                to="meetings.planrun",
            ),
        ),
        migrations.AddField("meeting", "plan_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "meeting", "plan_place", models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            "meeting", "plan_room",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="directory.room",
            ),
        ),
        migrations.AddField("meeting", "plan_cost", models.JSONField(default=dict)),
        migrations.AddField(
            "meeting", "plan_why", models.CharField(blank=True, max_length=300),
        ),
        protect_by(
            "meetings_plan_run", select=f"{SYSTEM} or {MINE.format('meetings_plan_run.')}",
            insert=f"asked_by_id = access_actor() and {MINE.format('meetings_plan_run.')}",
            update=SYSTEM,
        ),
        helper_may("meetings_plan_run", "select, update"),
        helper_may("meetings_format"),
        migrations.RunSQL(
            "grant update (plan_run_id, plan_at, plan_place, plan_room_id, plan_cost, plan_why,"
            " starts_at, place, room_id, frame_agreed_at, frame_agreed_by_id)"
            " on meetings_meeting to landfast_helper;",
            "revoke update (plan_run_id, plan_at, plan_place, plan_room_id, plan_cost, plan_why,"
            " starts_at, place, room_id, frame_agreed_at, frame_agreed_by_id)"
            " on meetings_meeting from landfast_helper;",
        ),
        FACTS, NOTE, SEE, TAKE,
    )  # fmt: skip
