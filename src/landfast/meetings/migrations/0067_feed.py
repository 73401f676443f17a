"""The meetings behind a secret address: times without a name, a place or a word (C6, lessons 22)."""

from django.db import migrations

from landfast.access.protect import definer

FEED = definer(
    "meetings_feed",
    "key text",
    """returns table (uid text, starts_at timestamptz, minutes_long int, is_cancelled boolean)
  language sql stable as $$
  select encode(sha256(convert_to(m.id::text || key, 'UTF8')), 'hex'), m.starts_at,
         m.minutes_long::int, m.state = 'cancelled'
    from meetings_meeting m, notices_feed_person(key) who
   where who is not null and m.starts_at > access_now() - interval '30 days'
     and m.state in ('called', 'running', 'held', 'cancelled')
     and (m.leader_id = who
       or exists (select from meetings_participant p
                   where p.meeting_id = m.id and p.person_id = who and p.reply <> 'declined')
       or exists (select from access_grant g
                   where g.scope_id = m.course_id and g.person_id = who and g.role = 'citizen'
                     and g.starts_at <= access_now()
                     and (g.ends_at is null or g.ends_at > access_now())))
   order by m.starts_at, m.id
$$""",
)

OPENS = definer(
    "meetings_feed_opens",
    "key text",
    """returns boolean language sql stable as $$
  select notices_feed_person(key) is not null
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("meetings", "0066_letters"), ("notices", "0030_feed"))

    operations = (FEED, OPENS)
