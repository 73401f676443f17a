"""Who acts, and what they know of, is asked once for the meetings near today.

The question of invitations by themselves is gone: this one answers it.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import stays, whole
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY, asked_already

ASK = import_module("landfast.meetings.migrations.0068_invites_that_ask").ASK
CURRENT = f"""(select p.state::text from meetings_minutes p
           where p.meeting_id = m.id and p.state in ('draft', 'shown', 'seen', 'published')
             and ({asked_already(stays("p.course_id", "p.created_at"))})
           order by p.version desc limit 1)"""
NEAR = whole(
    "meetings_near",
    "held uuid[], morning timestamptz, soon timestamptz",
    f"""returns table (what text, id uuid, course_id uuid, starts_at timestamptz, place text,
    minutes text, failed int, proposed int)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
  {KNOWN_ALREADY}
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
     and m.state = 'called' and m.starts_at > moment
   group by i.meeting_id, i.course_id, m.starts_at
  union all
  select w.what, w.id, w.course_id, w.starts_at, '', w.minutes, 0, 0 from meetings_to_write() w
  order by 4, 2;
end $$""",
)


class Migration(migrations.Migration):
    """A function written anew, and one that goes."""

    dependencies = (("meetings", "0087_guests_write"), ("access", "0107_threads_in_one"))

    operations = (
        NEAR,
        migrations.RunSQL("drop function meetings_invites_ask;", ASK.sql),
    )
