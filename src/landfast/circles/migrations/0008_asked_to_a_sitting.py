"""Who sits in a circle is asked to its meetings by mail, and answers (C4); when they are taken (C3).

The same functions as a meeting of a course has (`meetings.rules.inviting.Book`). The jobs read and
mark; who has an invitation's key answers for the one invited; each writes her own answer on the
page. Who keeps the circle sees what became of the letters. No citizen stands in any of it.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect_by, whole

FINDING = import_module("landfast.meetings.migrations.0075_finding_a_time")
JOBS = "session_user = 'landfast_jobs'"
AHEAD = "s.state = 'planned' and s.starts_at > access_now() and c.ended_at is null"
SITS = """exists (select from circles_seat a
           where a.circle_id = i.circle_id and a.person_id = i.person_id and a.ended_at is null)"""
KEPT = "circle_id = any ((select circles_kept())::uuid[])"
OWN = "person_id = access_actor()"
ANSWER = "reply, reply_reason, reply_through, replied_at"
LETTER = """returns table (invite_id uuid, letter text, person_id uuid, address text, uid text,
    sequence int, starts_at timestamptz, minutes_long int, place text, tries int)"""
EVENT = """insert into access_event
    (id, at, kind, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), {kind}, 'whole', 'circles_invite', {row},
          jsonb_strip_nulls(jsonb_build_object({facts})));"""
LEADER = "(select c.leader_id from circles_circle c where c.id = {row}.circle_id)"

ASK = definer(
    "circles_ask",
    "wanted uuid, anew boolean",
    f"""returns int language plpgsql volatile as $$
declare
  made int;
begin
  if not exists (select from circles_sitting s where s.id = wanted and s.{KEPT}) then
    return null; end if;
  if anew then
    update circles_invite i
       set reply = 'asked', reply_reason = '', reply_through = '', replied_at = null,
           proposed_at = null, proposed_words = ''
     where i.sitting_id = wanted;
  end if;
  insert into circles_invite (id, created_at, circle_id, sitting_id, person_id, uid, address,
      sequence, told, told_place, tries, next_try_at, failure, answers, reply, reply_reason,
      reply_through, proposed_words)
  select uuidv7(), access_now(), c.id, wanted, a.person_id,
         replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
         '', 0, 'nothing', '', 0, access_now(), '', 0, 'asked', '', '', ''
    from circles_sitting s join circles_circle c on c.id = s.circle_id
    join circles_seat a on a.circle_id = c.id and a.ended_at is null
   where s.id = wanted and {AHEAD} and a.person_id <> c.leader_id
  on conflict on constraint asked_to_sitting_once do nothing;
  get diagnostics made = row_count;
  return made;
end $$""",
)
LETTERS = definer(
    "circles_letters",
    "",
    f"""{LETTER} language sql stable as $$
  select * from (
    select i.id, case
        when {AHEAD} and {SITS} then case
          when i.told <> 'asked' then 'ask'
          when (i.told_starts_at, i.told_minutes_long, i.told_place)
            is distinct from (s.starts_at, s.minutes_long, s.place) then 'change' end
        when i.told = 'asked' and i.told_starts_at > access_now() and s.state <> 'held'
          then 'cancel' end as letter,
      i.person_id, i.address, i.uid, i.sequence, s.starts_at, s.minutes_long::int, s.place,
      i.tries::int
      from circles_invite i join circles_sitting s on s.id = i.sitting_id
      join circles_circle c on c.id = i.circle_id
     where {JOBS} and i.given_up_at is null and i.next_try_at <= access_now()
       and (s.starts_at > access_now() or i.told_starts_at > access_now())) l
   where letter is not null
$$""",
)
TAKE = definer(
    "circles_letter_take",
    "wanted uuid",
    f"""{LETTER} language plpgsql volatile as $$
begin
  perform from circles_invite i where {JOBS} and i.id = wanted for update skip locked;
  if found then
    return query select * from circles_letters() l where l.invite_id = wanted;
  end if;
end $$""",
)
TOLD = definer(
    "circles_letter_told",
    "wanted uuid, what text, to_address text, version int, when_at timestamptz, lasts int, at_place text",
    f"""returns boolean language plpgsql volatile as $$
begin
  update circles_invite i
     set address = to_address, sequence = version, told_at = access_now(), tries = 0, failure = '',
         next_try_at = access_now(), told_starts_at = when_at, told_minutes_long = lasts,
         told_place = at_place, told = case what when 'cancel' then 'cancelled' else 'asked' end
   where {JOBS} and i.id = wanted;
  return found;
end $$""",
)
FAILED = definer(
    "circles_letter_failed",
    "wanted uuid, why text, again timestamptz",
    f"""returns boolean language plpgsql volatile as $$
declare
  said circles_invite;
begin
  update circles_invite i
     set tries = i.tries + 1, failure = why, next_try_at = coalesce(again, i.next_try_at),
         given_up_at = case when again is null then access_now() end
   where {JOBS} and i.id = wanted
  returning * into said;
  if found and again is null then
    {EVENT.format(kind="'circle.letter_failed'", row="said.id",
                  facts="'circle', said.circle_id, 'why', why, 'to', "
                  + LEADER.format(row="said"))}
  end if;
  return again is null;
end $$""",
)  # fmt: skip
LATER = definer(
    "circles_letter_later",
    "wanted uuid, again timestamptz",
    f"""returns void language sql volatile as $$
  update circles_invite set next_try_at = again where {JOBS} and id = wanted
$$""",
)
TRY_AGAIN = definer(
    "circles_try_again",
    "wanted uuid",
    f"""returns boolean language plpgsql volatile as $$
begin
  update circles_invite i
     set given_up_at = null, tries = 0, failure = '', next_try_at = access_now()
   where i.id = wanted and i.given_up_at is not null and i.{KEPT};
  return found;
end $$""",
)
OF_KEY = definer(
    "circles_invite_of",
    "key text",
    f"""returns table (address text, sequence int, state text, starts_at timestamptz,
    is_at_the_table boolean, heard_stamp timestamptz, answers int, minutes_long int, place text,
    leader text, phone text, reply text, reply_reason text, written_word text,
    substitute_name text, proposed_at timestamptz, has_login boolean)
  language sql stable as $$
  select i.address, i.sequence,
         case when s.state = 'planned' and c.ended_at is null then 'called'
              when s.state = 'held' then 'held' else 'cancelled' end,
         s.starts_at, {SITS}, greatest(i.heard_stamp, i.replied_at), i.answers::int,
         s.minutes_long::int, s.place, l.name, l.phone, i.reply, i.reply_reason, '', '',
         i.proposed_at, true
    from circles_invite i join circles_sitting s on s.id = i.sitting_id
    join circles_circle c on c.id = i.circle_id join people_person l on l.id = c.leader_id
   where i.uid = key
$$""",
)
OPEN = f"""i.uid = key and (version is null or i.sequence = version) and i.answers < 50 and {SITS}
     and way in ('mail', 'link')
     and exists (select from circles_sitting s join circles_circle c on c.id = s.circle_id
                  where s.id = i.sitting_id and {AHEAD})"""
HEARD = EVENT.format(
    kind="'circle.answered'", row="mine.id",
    facts="'circle', mine.circle_id, 'sitting', mine.sitting_id, 'reply', mine.reply, "
    "'through', way, 'to', case when mine.reply = 'declined' then "
    + LEADER.format(row="mine") + " end",
)  # fmt: skip
BY_KEY = definer(
    "circles_answer_by_key",
    "key text, version int, stamp timestamptz, way text, said text, why_not text, my_words text, instead text",
    f"""returns boolean language plpgsql volatile as $$
declare
  mine circles_invite;
begin
  if said not in ('comes', 'by_phone', 'declined', 'maybe') then return false; end if;
  update circles_invite i
     set answers = i.answers + 1, heard_stamp = stamp, reply = said, reply_through = way,
         reply_reason = case when said = 'declined' then why_not else '' end,
         replied_at = access_now()
   where {OPEN}
  returning * into mine;
  if not found then return false; end if;
  {HEARD}
  return true;
end $$""",
)
PROPOSE = definer(
    "circles_propose_by_key",
    "key text, version int, stamp timestamptz, way text, when_at timestamptz, lasts int, words text",
    f"""returns boolean language plpgsql volatile as $$
declare
  mine circles_invite;
begin
  update circles_invite i
     set answers = i.answers + 1, heard_stamp = stamp, proposed_at = when_at,
         proposed_words = words
   where {OPEN} and when_at > access_now()
  returning * into mine;
  if not found then return false; end if;
  {EVENT.format(kind="'circle.time_proposed'", row="mine.id",
                facts="'circle', mine.circle_id, 'to', " + LEADER.format(row="mine"))}
  return true;
end $$""",
)  # fmt: skip

# a standing meeting takes the time of those who sit there, unless they have said no
SAT = definer(
    "circles_taken_of",
    "people uuid[], but uuid, from_at timestamptz, until_at timestamptz",
    """returns table (person uuid, starts timestamptz, ends timestamptz) language sql stable as $$
  select a.person_id, s.starts_at, s.starts_at + make_interval(mins => s.minutes_long)
    from circles_seat a join circles_circle c on c.id = a.circle_id and c.ended_at is null
    join circles_sitting s on s.circle_id = c.id and s.state = 'planned'
   where a.person_id = any (people) and a.ended_at is null and c.id is distinct from but
     and s.starts_at < until_at and s.starts_at + make_interval(mins => s.minutes_long) > from_at
     and not exists (select from circles_invite i where i.sitting_id = s.id
                      and i.person_id = a.person_id and i.reply = 'declined')
$$""",
)
BUSY = """select a.person_id, b.starts_at, b.ends_at, null::uuid
    from people_busy b join asked a on b.person_id = a.person_id
   where b.starts_at < until_at and b.ends_at > from_at
  union all
  select t.person, t.starts, t.ends, null::uuid
    from circles_taken_of(array(select person_id from asked), {but}, from_at, until_at) t"""
MEETS = f"""select a.person_id, m.starts_at, m.starts_at + make_interval(mins => m.minutes_long), m.room_id
    from meetings_meeting m join asked a on m.leader_id = a.person_id
      or exists (select from meetings_participant o
                  where o.meeting_id = m.id and o.person_id = a.person_id and o.reply <> 'declined')
   where {FINDING.STANDS}"""
TAKEN = whole(
    "meetings_taken",
    "wanted uuid, from_at timestamptz, until_at timestamptz",
    f"""returns table (person uuid, starts timestamptz, ends timestamptz, room uuid)
  language sql stable as $$
  with about as (
    select id, leader_id from meetings_meeting
     where id = wanted and access_my_roles(course_id) && {FINDING.PREPARES}),
  asked as (
    select leader_id as person_id from about
    union
    select p.person_id from meetings_participant p join about a on a.id = p.meeting_id
     where p.person_id is not null)
  {MEETS} and m.id <> wanted
  union all
  {BUSY.format(but="null")}
$$""",
)
CIRCLE_TAKEN = definer(
    "circles_taken",
    "wanted uuid, from_at timestamptz, until_at timestamptz",
    f"""returns table (person uuid, starts timestamptz, ends timestamptz, room uuid)
  language sql stable as $$
  with asked as (
    select distinct a.person_id from circles_seat a
     where a.circle_id = wanted and a.ended_at is null and a.{KEPT})
  {MEETS}
  union all
  {BUSY.format(but="wanted")}
$$""",
)


def _taken_before() -> migrations.RunSQL:
    """Going back writes the function as it stood, so that the new ones can go."""
    fresh = str(FINDING.TAKEN.sql).replace("create function", "create or replace function", 1)
    return migrations.RunSQL(migrations.RunSQL.noop, fresh)


class Migration(migrations.Migration):
    """Policies, and the functions of the letters, of the answers, and of the time that is taken."""

    dependencies = (("circles", "0007_invites"), ("meetings", "0087_guests_write"))

    operations = (
        helper_may("circles_invite", "select, insert, update"),
        protect_by("circles_invite", select=f"{OWN} or {KEPT}", update=OWN),
        migrations.RunSQL(
            "revoke update on circles_invite from landfast_app;\n"
            f"grant update ({ANSWER}) on circles_invite to landfast_app;",
            f"revoke update ({ANSWER}) on circles_invite from landfast_app;\n"
            "grant update on circles_invite to landfast_app;",
        ),
        ASK, LETTERS, TAKE, TOLD, FAILED, LATER, TRY_AGAIN, OF_KEY, BY_KEY, PROPOSE,
        SAT, _taken_before(), TAKEN, CIRCLE_TAKEN,
    )  # fmt: skip
