"""What waits to be mailed, what was, and the answers of those who have no login (C4).

The jobs read and mark; a stranger must have the invitation's key, which stands in the mail alone.
What is said of the citizen to either: nothing but that there is a meeting, when and where.
"""

from django.db import migrations

from landfast.access.protect import definer

JOBS = "session_user = 'landfast_jobs'"
EVENT = """insert into access_event
    (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), {kind}, {course}, 'whole', null, '{table}', {row}, {facts});"""

# everybody with a login who is asked to come gets a key; others when they have an address
SETTLE = definer(
    "meetings_settle_invites",
    "",
    f"""returns int language sql volatile as $$
  with made as (
    insert into meetings_invite (id, created_at, course_id, meeting_id, participant_id, uid,
        address, sequence, told, told_place, tries, next_try_at, failure, answers, proposed_words,
        keeps_time)
    select uuidv7(), access_now(), m.course_id, m.id, p.id,
           replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
           '', 0, 'nothing', '', 0, access_now(), '', 0, '', false
      from meetings_meeting m join meetings_participant p on p.meeting_id = m.id
     where {JOBS} and m.state = 'called' and m.starts_at > access_now()
       and p.person_id is not null and p.person_id <> m.leader_id
       and not exists (select from meetings_invite i where i.participant_id = p.id)
    returning id)
  select count(*)::int from made
$$""",
)

# a new time that another wrote down waits for her yes before anybody hears of it (S004 §5.2)
LETTERS = definer(
    "meetings_letters",
    "",
    f"""returns table (invite_id uuid, letter text, person_id uuid, address text, uid text,
    sequence int, starts_at timestamptz, minutes_long int, place text, tries int)
  language sql stable as $$
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
        when i.told = 'asked' and i.told_starts_at > access_now()
          and (m.state = 'cancelled' or i.participant_id is null) then 'cancel'
      end as letter,
      p.person_id, i.address, i.uid, i.sequence, m.starts_at, m.minutes_long::int, m.place,
      i.tries::int
      from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
      left join meetings_participant p on p.id = i.participant_id
     where {JOBS} and i.given_up_at is null and i.next_try_at <= access_now()
       and (p.person_id is not null or i.address <> '')) l
   where letter is not null
$$""",
)
TAKE = definer(
    "meetings_letter_take",
    "wanted uuid",
    f"""returns table (invite_id uuid, letter text, person_id uuid, address text, uid text,
    sequence int, starts_at timestamptz, minutes_long int, place text, tries int)
  language plpgsql volatile as $$
begin
  perform from meetings_invite i where {JOBS} and i.id = wanted for update skip locked;
  if found then
    return query select * from meetings_letters() l where l.invite_id = wanted;
  end if;
end $$""",
)
SENT = EVENT.format(
    kind="'meeting.letter_sent'", course="said.course_id", table="meetings_invite", row="said.id",
    facts="jsonb_build_object('meeting', said.meeting_id, 'letter', what)",
)  # fmt: skip
TOLD = definer(
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
         reminded_for = (select m.reminded_for from meetings_meeting m where m.id = i.meeting_id)
   where {JOBS} and i.id = wanted
  returning * into said;
  if not found then return false; end if;
  {SENT}
  return true;
end $$""",
)
FAILED = definer(
    "meetings_letter_failed",
    "wanted uuid, why text, again timestamptz",
    f"""returns boolean language plpgsql volatile as $$
declare
  said meetings_invite;
begin
  update meetings_invite i
     set tries = i.tries + 1, failure = why, next_try_at = coalesce(again, i.next_try_at),
         given_up_at = case when again is null then access_now() end
   where {JOBS} and i.id = wanted
  returning * into said;
  if found and again is null then
    {
        EVENT.format(
            kind="'meeting.letter_failed'",
            course="said.course_id",
            table="meetings_invite",
            row="said.id",
            facts="jsonb_build_object('meeting', said.meeting_id, 'why', why)",
        )
    }
  end if;
  return again is null;
end $$""",
)
LATER = definer(
    "meetings_letter_later",
    "wanted uuid, again timestamptz",
    f"""returns void language sql volatile as $$
  update meetings_invite set next_try_at = again where {JOBS} and id = wanted
$$""",
)

OF_KEY = definer(
    "meetings_invite_of",
    "key text",
    """returns table (address text, sequence int, state text, starts_at timestamptz,
    is_at_the_table boolean, heard_stamp timestamptz, answers int, minutes_long int, place text,
    leader text, phone text, reply text, reply_reason text, written_word text,
    substitute_name text, proposed_at timestamptz, has_login boolean)
  language sql stable as $$
  select i.address, i.sequence, m.state, m.starts_at, p.id is not null,
         greatest(i.heard_stamp, p.replied_at), i.answers::int, m.minutes_long::int, m.place,
         l.name, l.phone, coalesce(p.reply, ''), coalesce(p.reply_reason, ''),
         coalesce(p.written_word, ''), coalesce(p.substitute_name, ''), i.proposed_at,
         p.person_id is not null
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
    join people_person l on l.id = m.leader_id
    left join meetings_participant p on p.id = i.participant_id
   where i.uid = key
$$""",
)
OPEN = """i.uid = key and (version is null or i.sequence = version) and i.answers < 50
     and exists (select from meetings_meeting m where m.id = i.meeting_id
                  and m.state = 'called' and m.starts_at > access_now())"""
ANSWER = definer(
    "meetings_answer_by_key",
    "key text, version int, stamp timestamptz, way text, said text, why_not text, my_words text, instead text",
    f"""returns boolean language plpgsql volatile as $$
declare
  mine meetings_invite;
begin
  if way not in ('mail', 'link') or said not in ('comes', 'by_phone', 'writes', 'declined', 'maybe')
  then return false; end if;
  update meetings_invite i set answers = i.answers + 1, heard_stamp = stamp
   where {OPEN} and i.participant_id is not null
  returning * into mine;
  if not found then return false; end if;
  update meetings_participant
     set reply = said, reply_reason = case when said = 'declined' then why_not else '' end,
         written_word = case when said = 'writes' then my_words else '' end,
         substitute_name = case when said = 'declined' then instead else '' end,
         replied_at = access_now(), reply_through = way
   where id = mine.participant_id;
  {
        EVENT.format(
            kind="'meeting.answered'",
            course="mine.course_id",
            table="meetings_participant",
            row="mine.participant_id",
            facts="jsonb_build_object('meeting', mine.meeting_id, 'reply', said, 'through', way)",
        )
    }
  return true;
end $$""",
)
PROPOSE = definer(
    "meetings_propose_by_key",
    "key text, version int, stamp timestamptz, way text, when_at timestamptz, lasts int, words text",
    f"""returns boolean language plpgsql volatile as $$
declare
  mine meetings_invite;
begin
  update meetings_invite i
     set answers = i.answers + 1, heard_stamp = stamp, proposed_at = when_at,
         proposed_minutes = lasts, proposed_words = words, keeps_time = false
   where {OPEN} and i.participant_id is not null and way in ('mail', 'link')
     and when_at > access_now()
  returning * into mine;
  if not found then return false; end if;
  {
        EVENT.format(
            kind="'meeting.time_proposed'",
            course="mine.course_id",
            table="meetings_invite",
            row="mine.id",
            facts="jsonb_build_object('meeting', mine.meeting_id, 'through', way)",
        )
    }
  return true;
end $$""",
)

# once for each time a meeting has; people with a login hear of it in their one mail a day
REMIND = definer(
    "meetings_remind",
    "until timestamptz",
    f"""returns int language sql volatile as $$
  with near as (
    update meetings_meeting m set reminded_for = m.starts_at
     where {JOBS} and m.state = 'called' and m.starts_at > access_now() and m.starts_at <= until
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
    """Functions."""

    dependencies = (("meetings", "0065_invites"),)

    operations = (
        SETTLE, LETTERS, TAKE, TOLD, FAILED, LATER, OF_KEY, ANSWER, PROPOSE, REMIND,
    )  # fmt: skip
