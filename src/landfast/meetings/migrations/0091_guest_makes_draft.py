"""A guest who was named to take the minutes makes the draft when the meeting closed by itself (A12).

Nobody ended it, so nobody made one, and the notes go after thirty days. She is given the log of that
one meeting once, to make the draft of, and writes it in one step; the notes stay behind their policy.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, whole
from landfast.access.sql import listed
from landfast.meetings.rules.minutes import CURRENT

NONE_YET = f"""m.ended = 'itself' and not exists (select from meetings_minutes n
         where n.meeting_id = m.id and n.state in ({listed(sorted(s.value for s in CURRENT))}))"""
HERS = f"""m.id = wanted and {NONE_YET} and wanted = any (access_my_things('guest'))
     and meetings_takes_minutes(wanted)"""
LOG = definer(
    "meetings_log_for_guest",
    "wanted uuid",
    f"""returns jsonb language sql stable as $$
  select jsonb_build_object(
    'own', m.own_word, 'closing', m.closing_words, 'leader', l.name,
    'themes', (select coalesce(jsonb_agg(jsonb_build_array(t.id, t.words) order by t.position), '[]')
      from meetings_theme t where t.meeting_id = m.id),
    'lines', (select coalesce(jsonb_agg(jsonb_build_array(t.theme_id, t.kind, t.text,
        coalesce(p.name, r.name, '')) order by t.seq), '[]')
      from meetings_turn t
      left join meetings_participant s on s.id = t.speaker_id
      left join people_person p on p.id = s.person_id
      left join network_relation r on r.id = s.relation_id
     where t.meeting_id = m.id))
    from meetings_meeting m join people_person l on l.id = m.leader_id
   where {HERS}
$$""",
)
MAKE = definer(
    "meetings_guest_makes_draft",
    "wanted uuid, said text, words jsonb",
    f"""returns uuid language plpgsql volatile as $$
declare
  made constant uuid := uuidv7();
begin
  perform from meetings_meeting m where {HERS} for update;
  insert into meetings_minutes (id, created_at, course_id, meeting_id, version, state, citizen_said,
    content, citizen_note, written_by_id, seen_beside, offered, recipients, reason)
  select made, access_now(), m.course_id, m.id,
         1 + (select count(*) from meetings_minutes n where n.meeting_id = m.id), 'draft', said,
         words, '', access_actor(), false, '', '[]', ''
    from meetings_meeting m where {HERS};
  if not found then return null; end if;
  return made;
end $$""",
)
TO_WRITE = whole(
    "meetings_to_write_as_guest",
    "",
    f"""returns table (what text, id uuid, course_id uuid, starts_at timestamptz, minutes text)
  language sql stable as $$
  select case p.part when 'reflector' then 'reflects' else 'writes' end, m.id, m.course_id,
         m.starts_at, (select n.state::text from meetings_minutes n
           where n.meeting_id = m.id and n.state in ('draft', 'shown', 'seen', 'published'))
    from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
   where p.person_id = access_actor() and p.is_guest and p.was_there and m.state = 'held'
     and m.id = any (access_my_things('guest')) and not meetings_minutes_are_out(m.id)
     and (p.part = 'minute_taker' and ({NONE_YET} or exists (select from meetings_minutes n
            where n.meeting_id = m.id and n.state = 'draft'))
       or p.part = 'reflector'
        and not exists (select from meetings_reflection r where r.participant_id = p.id))
   order by m.starts_at, m.id
$$""",
)


class Migration(migrations.Migration):
    """Two functions, and one written anew."""

    dependencies = (
        ("meetings", "0090_leader_follows"),
        ("network", "0020_movable"),
    )

    operations = (helper_may("meetings_minutes", "insert"), LOG, MAKE, TO_WRITE)
