"""Nobody is reminded of a changed meeting that she leads before she has said yes to it.

The letter about the change waited for her yes, and the reminder said the new time all the same.
Where she is only asked to the meeting there is no yes to wait for, as in 0102.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import listed
from landfast.course.rules.states import OVER
from landfast.meetings.rules.pulse import MAIL_DAYS

BEFORE = import_module("landfast.meetings.migrations.0066_letters")
JOBS = BEFORE.JOBS
LIVES = f"k.state not in ({listed(sorted(OVER))})"
SETTLED = "(m.frame_agreed_at is not null or f.citizen <> 'leads')"
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
            when not {SETTLED} then null
            when (i.told_starts_at, i.told_minutes_long, i.told_place)
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
      join meetings_format f on f.id = m.format_id
      join meetings_invite i on i.meeting_id = m.id
      left join meetings_participant p on p.id = i.participant_id
     where i.given_up_at is null and i.next_try_at <= access_now()
       and (p.person_id is not null or i.address <> '')) l
   where letter is not null
$$""",
)

# once for each time a meeting has; people with a login hear of it in their one mail a day
REMIND = whole(
    "meetings_remind",
    "until timestamptz",
    f"""returns int language sql volatile as $$
  with near as (
    update meetings_meeting m set reminded_for = m.starts_at from meetings_format f
     where {JOBS} and f.id = m.format_id and {SETTLED}
       and m.state = 'called' and m.starts_at > access_now() and m.starts_at <= until
       and m.reminded_for is distinct from m.starts_at
    returning m.id, m.course_id, m.leader_id),
  told as (
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    select uuidv7(), access_now(), 'meeting.near', n.course_id, 'whole', null, 'meetings_meeting',
           n.id, jsonb_build_object('to', to_jsonb(array_append(array(
             select p.person_id from meetings_participant p
              where p.meeting_id = n.id and p.person_id is not null and p.reply <> 'declined'
                and p.person_id <> n.leader_id), n.leader_id)))
      from near n returning id)
  select count(*)::int from told
$$""",
)


class Migration(migrations.Migration):
    """Two functions anew; a process of the code before reads them as it did."""

    dependencies = (("meetings", "0103_coming_on_mandag"),)

    operations = (LETTERS, REMIND)
