"""Who was taken off a called meeting hears it, and has a line of it; a guest keeps the length too.

Their mail said that the meeting was cancelled, which it is not, and who reads no mail heard nothing.
A guest kept the time and the place of her last yes (0111) and read a length that waited for the
next. She is not reminded of a meeting that is held without her.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer, whole
from landfast.access.sql import listed
from landfast.course.rules.states import OVER
from landfast.meetings.rules.pulse import MAIL_DAYS

JOBS = "session_user = 'landfast_jobs'"
LIVES = f"k.state not in ({listed(sorted(OVER))})"
SETTLED = "(m.frame_agreed_at is not null or f.citizen <> 'leads')"
AGREED = """
  update meetings_meeting set agreed_minutes = minutes_long
   where frame_agreed_at is not null and state in ('preparing', 'called')
"""

# what ends an entry names the time that was told, never one that waits for her yes
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
     where {JOBS} and m.state = 'held' and m.held_at > access_now() - interval '{MAIL_DAYS} days'),
  waits as (
    select i.id, i.told_starts_at, i.told_minutes_long, i.told_place, case
        when m.state = 'called' and m.starts_at > access_now() and i.participant_id is not null then
          case
            when not {SETTLED} then null
            when i.told <> 'asked' then 'ask'
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
        when i.told = 'asked' and i.told_starts_at > access_now() then
          case when m.state = 'cancelled' then 'cancel'
               when i.participant_id is null then 'off' end
      end as letter,
      p.person_id, i.address, i.uid, i.sequence, m.starts_at, m.minutes_long, m.place, i.tries
      from near n join meetings_meeting m on m.id = n.id
      join course_course k on k.id = m.course_id
      join meetings_format f on f.id = m.format_id
      join meetings_invite i on i.meeting_id = m.id
      left join meetings_participant p on p.id = i.participant_id
     where i.given_up_at is null and i.next_try_at <= access_now()
       and (p.person_id is not null or i.address <> ''))
  select w.id, w.letter, w.person_id, w.address, w.uid, w.sequence,
         case when w.letter in ('cancel', 'off') then w.told_starts_at else w.starts_at end,
         case when w.letter in ('cancel', 'off') then w.told_minutes_long
              else w.minutes_long end::int,
         case when w.letter in ('cancel', 'off') then w.told_place else w.place end, w.tries::int
    from waits w where w.letter is not null
$$""",
)
TOLD = whole(
    "meetings_letter_told",
    "wanted uuid, what text, to_address text, version integer, when_at timestamptz, lasts integer,"
    " at_place text",
    f"""returns boolean language plpgsql volatile as $$
declare
  said meetings_invite;
begin
  update meetings_invite i
     set address = to_address, sequence = version, told_at = access_now(), tries = 0, failure = '',
         next_try_at = access_now(), keeps_time = false,
         told = case when what in ('cancel', 'off') then 'cancelled' else 'asked' end,
         told_starts_at = when_at, told_minutes_long = lasts, told_place = at_place,
         reminded_for = (select m.reminded_for from meetings_meeting m where m.id = i.meeting_id),
         pulse_asked_at = case what when 'pulse' then access_now() else i.pulse_asked_at end
   where {JOBS} and i.id = wanted
  returning * into said;
  if not found then return false; end if;
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'meeting.letter_sent', said.course_id, 'whole', null,
          'meetings_invite', said.id, jsonb_build_object('meeting', said.meeting_id, 'letter', what));
  return true;
end $$""",
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
    returning m.id, m.course_id, m.leader_id, f.citizen),
  told as (
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    select uuidv7(), access_now(), 'meeting.near', n.course_id, 'whole', null, 'meetings_meeting',
           n.id, jsonb_build_object('without_her', n.citizen = 'absent',
             'to', to_jsonb(array_append(array(
             select p.person_id from meetings_participant p
              where p.meeting_id = n.id and p.person_id is not null and p.reply <> 'declined'
                and p.person_id <> n.leader_id), n.leader_id)))
      from near n returning id)
  select count(*)::int from told
$$""",
)

# her own line for who is asked no more: when it was to be, and whom to ring; not whose it is
TAKEN_OFF = definer(
    "meetings_taken_off",
    "",
    """returns table (starts_at timestamptz, leader text, phone text)
  language sql stable as $$
  select coalesce(i.told_starts_at, m.agreed_starts_at, m.starts_at), l.name::text, l.phone::text
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join people_person l on l.id = m.leader_id
   where i.taken_off_id = (select access_actor()) and m.state = 'called'
     and coalesce(i.told_starts_at, m.agreed_starts_at, m.starts_at) > access_now()
     and not exists (select from meetings_participant p
                      where p.meeting_id = m.id and p.person_id = i.taken_off_id)
   order by 1, m.id
$$""",
)


class Migration(migrations.Migration):
    """Two columns, empty where nothing is known; three functions anew and one more."""

    dependencies = (("meetings", "0111_agreed_time"), ("people", "0055_calendars"))

    operations = (
        migrations.AddField(
            "meeting", "agreed_minutes", models.PositiveSmallIntegerField(null=True, blank=True)
        ),
        migrations.RunSQL(AGREED, migrations.RunSQL.noop),
        migrations.AddField(
            "invite", "taken_off",
            models.ForeignKey(
                null=True, blank=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="+", to="people.person", db_index=False,
            ),
        ),
        LETTERS, TOLD, REMIND, TAKEN_OFF,
    )  # fmt: skip
