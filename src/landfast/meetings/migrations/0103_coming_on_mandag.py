"""A meeting ahead says whether she comes; a word of hers to the minutes is something to hear."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer, inner, whole

BEFORE = import_module("landfast.meetings.migrations.0088_near_at_less_cost")
WAITS = import_module("landfast.meetings.migrations.0101_waits")
NEAR = definer(
    "meetings_near",
    "held uuid[], morning timestamptz, soon timestamptz",
    f"""returns table (what text, id uuid, course_id uuid, starts_at timestamptz, place text,
    minutes text, failed int, proposed int, comes text)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  {BEFORE.ASKED_ALREADY}
  {BEFORE.KNOWN_ALREADY}
  mine constant uuid[] := access_threads(held);
begin
  return query
  select 'held', m.id, m.course_id, m.starts_at, '', {BEFORE.CURRENT}, 0, 0, ''
    from unnest(mine) c(id) cross join lateral (
      select h.id, h.course_id, h.starts_at from meetings_meeting h
       where h.course_id = c.id and h.state = 'held'
       order by h.held_at desc, h.id desc limit 1) m
  union all
  select 'ahead', m.id, m.course_id, m.starts_at,
         case when m.starts_at < soon then m.place::text else '' end, null, 0, 0,
         coalesce((select k.attends::text from meetings_coming k where k.meeting_id = m.id), '')
    from unnest(mine) c(id) cross join lateral (
      select h.id, h.course_id, h.starts_at, h.place from meetings_meeting h
       where h.course_id = c.id and (h.state = 'called' and h.starts_at >= morning
          or h.state = 'running')
       order by h.starts_at, h.id limit 1) m
  union all
  select 'asks', i.meeting_id, i.course_id, m.starts_at, '', null, count(i.given_up_at)::int,
         count(i.proposed_at)::int, ''
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
   where (i.given_up_at is not null or i.proposed_at is not null)
     and i.course_id = any ((select access_scopes_as(
           array['coordinator', 'cover', 'deputy', 'second']))::uuid[])
     and m.state = 'called' and m.starts_at > moment
   group by i.meeting_id, i.course_id, m.starts_at
  union all
  select w.what, w.id, w.course_id, w.starts_at, '', w.minutes, 0, 0, '' from meetings_to_write() w
  order by 4, 2;
end $$""",
)
DONE = whole(
    "meetings_done_for_holder",
    "hers access_event[], today date",
    """returns setof access_waiting language sql stable as $$
  select 'cancelled', e.scope_id, e.object_id,
         (m.starts_at at time zone 'Europe/Copenhagen')::date, null::uuid, '', '', '{}'::text[],
         e.at, e.id
    from unnest(hers) e join meetings_meeting m on m.id = e.object_id
   where e.kind = 'meeting.cancelled'
  union all
  select case h.attends when 'not_today' then 'cannot_come' else 'otherwise' end, e.scope_id,
         e.object_id, (m.starts_at at time zone 'Europe/Copenhagen')::date, null, '',
         h.attends::text,
         case h.attends when 'not_today' then array(
           select q.name::text from meetings_participant x
             join people_person q on q.id = x.person_id
            where x.meeting_id = m.id and x.reply = 'declined' and q.kind = 'staff'
            order by q.sort_key, q.id) else '{}' end, e.at, e.id
    from unnest(hers) e join meetings_meeting m on m.id = e.object_id
    join meetings_coming h on h.meeting_id = m.id
   where e.kind = 'meeting.citizen_attends' and h.attends <> 'in_person'
     and m.state in ('preparing', 'called')
     and (m.starts_at is null or (m.starts_at at time zone 'Europe/Copenhagen')::date >= today)
  union all
  select 'no_guest', e.scope_id, e.object_id, null, (e.facts->>'person')::uuid, '', '', '{}',
         e.at, e.id
    from unnest(hers) e
   where e.kind = 'meeting.participant_removed' and e.facts->>'person' is not null
  union all
  select 'corrected', e.scope_id, p.meeting_id, null, null, '', '', '{}', e.at, e.id
    from unnest(hers) e join meetings_minutes p on p.id = e.object_id
   where e.kind = 'minutes.seen' and p.state = 'seen' and p.citizen_note <> ''
$$""",
    inner,
)


class Migration(migrations.Migration):
    """Two functions anew; the first answers one column more."""

    dependencies = (("meetings", "0102_told_without_her_yes"),)

    operations = (
        migrations.RunSQL(
            f"drop function meetings_near;{NEAR.sql}",
            f"drop function meetings_near;{BEFORE.NEAR.sql}",
        ),
        migrations.RunSQL(
            DONE.sql, WAITS.DONE.sql.replace("create function", "create or replace function", 1)
        ),
    )
