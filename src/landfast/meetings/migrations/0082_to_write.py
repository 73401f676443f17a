"""What waits to be written after a meeting by somebody who does not lead it: minutes, a reflection.

Found before anything is logged, in the question that Monday asks already (decision 32): keys,
states and days. It ends by itself: when it is written, when the minutes are out, and when the notes
of a meeting without minutes are forgotten.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer, whole

CURRENT = import_module("landfast.meetings.migrations.0078_near").CURRENT
TO_WRITE = definer(
    "meetings_to_write",
    "",
    f"""returns table (what text, id uuid, course_id uuid, starts_at timestamptz, minutes text)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  reached constant uuid[] := access_my_scopes('whole', 'write');
begin
  return query
  select w.what, w.id, w.course_id, w.starts_at, w.minutes from (
    select case p.part when 'reflector' then 'reflects' else 'writes' end as what,
           m.id, m.course_id, m.starts_at, {CURRENT} as minutes, p.id as seat
      from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.person_id = (select access_actor()) and p.part in ('minute_taker', 'reflector')
       and p.was_there and not p.is_guest
       and m.state = 'held' and m.held_at > access_now() - interval '30 days'
       and m.course_id = any (reached)) w
   where case w.what
     when 'writes' then coalesce(w.minutes, 'draft') = 'draft'
     else w.minutes is distinct from 'published'
      and not exists (select from meetings_reflection r where r.participant_id = w.seat) end
   order by 4, 2;
end $$""",
)
NEAR = whole(
    "meetings_near",
    "held uuid[], morning timestamptz, soon timestamptz",
    f"""returns table (what text, id uuid, course_id uuid, starts_at timestamptz, place text,
    minutes text, failed int, proposed int)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  mine constant uuid[] := access_threads(held);
begin
  return query
  select 'held', m.id, m.course_id, m.starts_at, '', {CURRENT}, 0, 0
    from unnest(mine) c(id) cross join lateral (
      select h.id, h.course_id, h.starts_at from meetings_meeting h
       where h.course_id = c.id and h.state = 'held'
       order by h.held_at desc, h.id desc limit 1) m
  union all
  select 'ahead', m.id, m.course_id, m.starts_at,
         case when m.starts_at < soon then m.place::text else '' end, null, 0, 0
    from unnest(mine) c(id) cross join lateral (
      select h.id, h.course_id, h.starts_at, h.place from meetings_meeting h
       where h.course_id = c.id and (h.state = 'called' and h.starts_at >= morning
          or h.state = 'running')
       order by h.starts_at, h.id limit 1) m
  union all
  select 'asks', i.meeting_id, i.course_id, m.starts_at, '', null, count(i.given_up_at)::int,
         count(i.proposed_at)::int
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
   where (i.given_up_at is not null or i.proposed_at is not null)
     and i.course_id = any ((select access_scopes_as(
           array['coordinator', 'cover', 'deputy', 'second']))::uuid[])
     and m.state = 'called' and m.starts_at > access_now()
   group by i.meeting_id, i.course_id, m.starts_at
  union all
  select w.what, w.id, w.course_id, w.starts_at, '', w.minutes, 0, 0 from meetings_to_write() w
  order by 4, 2;
end $$""",
)


def _near_before() -> migrations.RunSQL:
    """Going back writes the function as it stood, so that the new one can go."""
    before = import_module("landfast.meetings.migrations.0078_near").NEAR
    fresh = str(before.sql).replace("create function", "create or replace function", 1)
    return migrations.RunSQL(migrations.RunSQL.noop, fresh)


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = (("meetings", "0081_duty"),)

    operations = (TO_WRITE, _near_before(), NEAR)
