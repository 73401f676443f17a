"""The link in a guest's mail and the calendar feed keep the time of the citizen's last yes too.

A page of a guest kept it (0111, 0112); these two read a time, a place or a length that waited for
her next yes. A calendar cannot say that a time waits, so nobody's shows it before she has said yes.
"""

from django.db import migrations

from landfast.access.protect import inner, whole

# what `told_to_guest` says on a guest's own page; no time where none was agreed
TOLD = inner(
    "meetings_told_to_guest",
    "wanted uuid",
    """returns table (starts_at timestamptz, minutes_long int, place text)
  language sql stable as $$
  select case when w.waits then m.agreed_starts_at else m.starts_at end,
         case when w.waits then coalesce(m.agreed_minutes, m.minutes_long)
              else m.minutes_long end::int,
         case when w.waits then m.agreed_place else m.place end
    from meetings_meeting m
    join meetings_format f on f.id = m.format_id,
    lateral (select m.state = 'called' and f.citizen = 'leads' and m.frame_agreed_at is null
                    and m.starts_at > access_now() as waits) w
   where m.id = wanted
$$""",
)

# what was agreed before 0111 stands in the letter alone
OF_KEY = whole(
    "meetings_invite_of",
    "key text",
    """returns table (address text, sequence int, state text, starts_at timestamptz,
    is_at_the_table boolean, heard_stamp timestamptz, answers int, minutes_long int, place text,
    leader text, phone text, reply text, reply_reason text, written_word text,
    substitute_name text, proposed_at timestamptz, has_login boolean)
  language sql stable as $$
  select i.address, i.sequence, m.state, coalesce(t.starts_at, i.told_starts_at, m.starts_at),
         p.id is not null,
         greatest(i.heard_stamp, p.replied_at), i.answers::int, t.minutes_long, t.place,
         l.name, l.phone, coalesce(p.reply, ''), coalesce(p.reply_reason, ''),
         coalesce(p.written_word, ''), coalesce(p.substitute_name, ''), i.proposed_at,
         p.person_id is not null
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join people_person l on l.id = m.leader_id
    left join meetings_participant p on p.id = i.participant_id,
    meetings_told_to_guest(m.id) t
   where i.uid = key
$$""",
)

FEED = whole(
    "meetings_feed",
    "key text",
    """returns table (uid text, starts_at timestamptz, minutes_long int, is_cancelled boolean)
  language sql stable as $$
  select encode(sha256(convert_to(m.id::text || key, 'UTF8')), 'hex'), t.starts_at,
         t.minutes_long, m.state = 'cancelled'
    from notices_feed_person(key) who, meetings_meeting m, meetings_told_to_guest(m.id) t
   where who is not null and t.starts_at > access_now() - interval '30 days'
     and m.starts_at > access_now() - interval '30 days'
     and m.state in ('called', 'running', 'held', 'cancelled')
     and (m.leader_id = who
       or exists (select from meetings_participant p
                   where p.meeting_id = m.id and p.person_id = who and p.reply <> 'declined')
       or exists (select from access_grant g
                   where g.scope_id = m.course_id and g.person_id = who and g.role = 'citizen'
                     and g.starts_at <= access_now()
                     and (g.ends_at is null or g.ends_at > access_now())))
   order by t.starts_at, m.id
$$""",
)


class Migration(migrations.Migration):
    """One function more, and two that ask it."""

    dependencies = (("meetings", "0114_near_says_when"),)

    operations = (TOLD, OF_KEY, FEED)
