"""The planner of a quarter knows when people sit in a standing meeting, as one meeting's search does (C3).

Written anew: what the planner is told, and what is not taken any more because whoever leads the
meeting sits elsewhere by now.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

QUARTER = import_module("landfast.meetings.migrations.0077_quarter")
STOOD = import_module("landfast.meetings.migrations.0083_reflectors")


def anew(before: migrations.RunSQL, name: str, arguments: str, body: str) -> migrations.RunSQL:
    """A function as it is from now on; going back, as it stood."""
    return migrations.RunSQL(whole(name, arguments, body).sql, str(before.sql))


FACTS = anew(
    STOOD.FACTS,
    "meetings_plan_facts",
    "run uuid",
    f"""returns jsonb language sql stable as $$
  with wanted as (
    select m.*, c.unit_id from {QUARTER.OF_RUN} where r.id = run and access_is_system() and {QUARTER.WAITS}),
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
        'reflects', f.reflects, 'parts_of', f.parts,
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
                where p.meeting_id = o.id and p.person_id = a.person_id and p.reply <> 'declined')
            union all
            select t.person, t.starts, t.ends from circles_taken_of(
              array(select person_id from asked), null, access_now(), 'infinity') t) t),
    'rooms', (select coalesce(jsonb_agg(jsonb_build_array(o.room_id, o.starts_at, o.ends_at)), '[]')
      from others o where o.room_id is not null))
$$""",
)
TAKE = anew(
    STOOD.TAKE,
    "meetings_take_plan",
    "run uuid",
    f"""returns table (course uuid, meeting uuid, moved boolean) language plpgsql volatile as $$
begin
  if not exists (select from meetings_plan_run r where {QUARTER.LED} and r.state = 'done') then return; end if;
  perform pg_advisory_xact_lock(hashtext('meetings_meeting.room'));
  update meetings_plan_run r set state = 'taken' where r.id = run;
  return query
  with before as (
    select m.id, m.starts_at, m.plan_seats,
           m.state = 'preparing' and m.plan_at > access_now() and m.starts_at = m.plan_at
           and m.room_id is not distinct from m.plan_room_id as stays
      from meetings_meeting m where m.plan_run_id = run),
  put as (update meetings_meeting m
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
     and not exists (select from circles_taken_of(array[m.leader_id], null, m.plan_at,
       m.plan_at + make_interval(mins => m.minutes_long)))
  returning m.course_id, m.id, before.starts_at is not null as had_one),
  given as (update meetings_participant p set part = s.part
    from before b cross join jsonb_each(b.plan_seats) s(part, people)
   where (b.stays or b.id in (select put.id from put)) and p.meeting_id = b.id
     and p.part = '' and s.people ? p.person_id::text)
  select put.course_id, put.id, put.had_one from put;
end $$""",
)


class Migration(migrations.Migration):
    """Two functions written anew."""

    dependencies = (("circles", "0010_figures_by_the_rule"), ("meetings", "0083_reflectors"))

    operations = (FACTS, TAKE)
