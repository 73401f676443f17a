"""Who was there without a login is asked how it was, and answers from the link they have (C7).

The key of the invitation opens three questions for a while when the meeting is over. What comes is a
face, and of whom it is nobody but the mean is told; whoever sat there as an employee answers as that.
Nobody is asked after a death or a stop, nor does a link open then (A3, 0.1); what was answered stays.
"""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from landfast.access.protect import definer, helper_may, whole
from landfast.access.sql import listed
from landfast.course.rules.states import OVER
from landfast.meetings.rules.pulse import LINK_DAYS, MAIL_DAYS

ASKED_BEFORE = import_module("landfast.meetings.migrations.0069_letters_by_index").LETTERS
TOLD_BEFORE = import_module("landfast.meetings.migrations.0066_letters").TOLD
JOBS = "session_user = 'landfast_jobs'"
LIVES = f"k.state not in ({listed(sorted(OVER))})"
KEY_OPENS = f"""meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join meetings_participant p on p.id = i.participant_id and p.was_there
    join course_course k on k.id = m.course_id and {LIVES}
   where i.uid = key and m.state = 'held' and m.ended <> 'with_course' and i.answers < 100
     and m.held_at > access_now() - interval '{LINK_DAYS} days'"""
OF_KEY = definer(
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
BY_KEY = definer(
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
MY_KEY = definer(
    "meetings_my_pulse_key",
    "wanted uuid",
    f"""returns text language sql stable as $$
  select i.uid from {KEY_OPENS.replace("i.uid = key", "p.meeting_id = wanted")}
     and p.person_id = access_actor() and p.is_guest
$$""",
)

# as before, and when it is over: those who were there and have no login, once, for some days
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
TOLD = whole(
    "meetings_letter_told",
    "wanted uuid, what text, to_address text, version int, when_at timestamptz, lasts int, at_place text",
    f"""returns boolean language plpgsql volatile as $$
declare
  said meetings_invite;
begin
  update meetings_invite i
     set address = to_address, sequence = version, told_at = access_now(), tries = 0, failure = '',
         next_try_at = access_now(), keeps_time = false,
         told = case what when 'cancel' then 'cancelled' else 'asked' end,
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


class Migration(migrations.Migration):
    """A seat in place of a person, when it was asked, an index, three functions, and two anew.

    The way back is open until the first answer by link is kept: it has no person, and the column
    before could not hold it. The database refuses then, whole, and the answer is not thrown away.
    """

    dependencies = (("meetings", "0093_not_to_tell"),)

    operations = (
        migrations.AlterField(
            "pulse",
            "person",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="+", to="people.person",
            ),
        ),
        migrations.AddField(
            "pulse",
            "participant",
            models.OneToOneField(
                blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT,
                related_name="+", to="meetings.participant",
            ),
        ),
        migrations.AddConstraint(
            "pulse",
            models.CheckConstraint(
                name="pulse_is_a_persons_or_a_seats",
                condition=Q(person__isnull=False, participant__isnull=True)
                | Q(person__isnull=True, participant__isnull=False),
            ),
        ),
        migrations.AddField("invite", "pulse_asked_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "meeting",
            models.Index(
                fields=("held_at",), name="meetings_held", condition=models.Q(state="held")
            ),
        ),
        helper_may("meetings_pulse", "insert, update"),
        OF_KEY,
        BY_KEY,
        MY_KEY,
        migrations.RunSQL(LETTERS.sql, ASKED_BEFORE.sql),
        migrations.RunSQL(
            TOLD.sql,
            str(TOLD_BEFORE.sql).replace("create function", "create or replace function", 1),
        ),
    )  # fmt: skip
