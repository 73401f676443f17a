"""How a meeting was is asked only while the course lives: not after a death, nor a stop (A3, 0.1).

No letter leaves; neither the link nor the page of a guest opens the questions. What was answered
stays as it was.
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import listed
from landfast.course.rules.states import OVER
from landfast.meetings.rules.pulse import LINK_DAYS, MAIL_DAYS

JOBS = "session_user = 'landfast_jobs'"
LIVES = f"k.state not in ({listed(sorted(OVER))})"
KEY_OPENS = f"""meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join meetings_participant p on p.id = i.participant_id and p.was_there
    join course_course k on k.id = m.course_id and {LIVES}
   where i.uid = key and m.state = 'held' and m.ended <> 'with_course' and i.answers < 100
     and m.held_at > access_now() - interval '{LINK_DAYS} days'"""
OF_KEY = whole(
    "meetings_pulse_of_key",
    "key text",
    f"""returns table (heard int, useful int, clear int) language sql stable as $$
  select (l).heard::int, (l).useful::int, (l).clear::int
    from (select (select l from meetings_pulse l
                   where l.participant_id = p.id
                      or l.meeting_id = m.id and l.person_id = p.person_id) as l
            from {KEY_OPENS}) asked
$$""",
)
BY_KEY = whole(
    "meetings_pulse_by_key",
    "key text, was_heard int, was_useful int, is_clear int",
    f"""returns boolean language plpgsql volatile as $$
declare
  mine record;
  given uuid;
begin
  select i.id, i.course_id, i.meeting_id, p.person_id,
         case when p.person_id is null then p.id end as seat into mine
    from {KEY_OPENS} for update of i;
  if not found then return false; end if;
  update meetings_invite set answers = answers + 1 where id = mine.id;
  update meetings_pulse set heard = was_heard, useful = was_useful, clear = is_clear
   where meeting_id = mine.meeting_id
     and (person_id = mine.person_id or participant_id = mine.seat)
  returning id into given;
  if given is null then
    insert into meetings_pulse (id, created_at, course_id, meeting_id, person_id, participant_id,
        is_citizen, heard, useful, clear)
    values (uuidv7(), access_now(), mine.course_id, mine.meeting_id, mine.person_id, mine.seat,
        false, was_heard, was_useful, is_clear)
    returning id into given;
  end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.pulse_given', mine.course_id, 'whole', null,
          'meetings_pulse', given, jsonb_build_object('meeting', mine.meeting_id));
  return true;
end $$""",
)
MY_KEY = whole(
    "meetings_my_pulse_key",
    "wanted uuid",
    f"""returns text language sql stable as $$
  select i.uid from {KEY_OPENS.replace("i.uid = key", "p.meeting_id = wanted")}
     and p.person_id = access_actor() and p.is_guest
$$""",
)

LETTERS = whole(
    "meetings_letters",
    "",
    f"""returns table (invite_id uuid, letter text, person_id uuid, address text, uid text,
    sequence int, starts_at timestamptz, minutes_long int, place text, tries int)
  language sql stable as $$
  with near as (
    select m.id from meetings_meeting m
     where {JOBS} and m.state = 'called' and m.starts_at > access_now()
    union
    select i.meeting_id from meetings_invite i
     where {JOBS} and i.told = 'asked' and i.told_starts_at > access_now()
    union
    select m.id from meetings_meeting m
     where {JOBS} and m.state = 'held' and m.held_at > access_now() - interval '{MAIL_DAYS} days')
  select * from (
    select i.id, case
        when m.state = 'called' and m.starts_at > access_now() and i.participant_id is not null then
          case
            when i.told <> 'asked' then 'ask'
            when m.frame_agreed_at is not null
              and (i.told_starts_at, i.told_minutes_long, i.told_place)
                  is distinct from (m.starts_at, m.minutes_long, m.place) then 'change'
            when i.keeps_time then 'keep'
            when p.person_id is null and p.reply <> 'declined' and m.reminded_for = m.starts_at
              and i.reminded_for is distinct from m.starts_at then 'remind'
          end
        when m.state = 'held' then
          case
            when {LIVES} and m.ended <> 'with_course' and p.was_there
              and p.person_id is null and i.told = 'asked' and i.pulse_asked_at is null
              and not exists (select from meetings_pulse l where l.participant_id = p.id)
            then 'pulse'
          end
        when i.told = 'asked' and i.told_starts_at > access_now()
          and (m.state = 'cancelled' or i.participant_id is null) then 'cancel'
      end as letter,
      p.person_id, i.address, i.uid, i.sequence, m.starts_at, m.minutes_long::int, m.place,
      i.tries::int
      from near n join meetings_meeting m on m.id = n.id
      join course_course k on k.id = m.course_id
      join meetings_invite i on i.meeting_id = m.id
      left join meetings_participant p on p.id = i.participant_id
     where i.given_up_at is null and i.next_try_at <= access_now()
       and (p.person_id is not null or i.address <> '')) l
   where letter is not null
$$""",
)


class Migration(migrations.Migration):
    """Four functions, written anew."""

    dependencies = (("meetings", "0097_my_meetings"),)

    operations = (OF_KEY, BY_KEY, MY_KEY, LETTERS)
