"""A guest who was named writes: the meeting's minutes as a draft, or her own reflection (A12, F2).

The draft that the meeting left, while it is not out, and of that one meeting: no notes of the
turns, and nothing else of the course. Who takes minutes without leading changes the words and shows
them to the citizen; what she said to them, and who gets them, is not hers to write. The part she
has is not hers to choose.
"""

from django.db import migrations

from landfast.access.protect import definer, let_in, things, whole
from landfast.access.roles import CourseRole

CLOSE = (
    CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
ROLES = ", ".join(f"'{role.value}'" for role in CLOSE)
NOT_OUT = "state in ('draft', 'shown', 'seen')"
MINE = f"meeting_id = {things(CourseRole.GUEST)}"
DRAFT = f"{MINE} and {NOT_OUT} and meetings_takes_minutes(meeting_id)"
HERS = f"{MINE} and written_by_id = (select access_actor())"

TAKES = whole(
    "meetings_takes_minutes",
    "wanted uuid",
    """returns boolean language plpgsql stable as $$
begin
  return exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.meeting_id = wanted and p.person_id = (select access_actor())
       and p.part = 'minute_taker' and p.was_there and m.state = 'held'
       and case when p.is_guest then wanted = any (access_my_things('guest'))
             and not exists (select from meetings_minutes n
               where n.meeting_id = wanted and n.published_at is not null)
           else p.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[]) end);
end $$""",
)
IS_OUT = definer(
    "meetings_minutes_are_out",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from meetings_minutes where meeting_id = wanted and state = 'published')
$$""",
)
REFLECTS = definer(
    "meetings_guest_reflects",
    "seat uuid",
    """returns boolean language sql stable as $$
  select exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.id = seat and p.person_id = access_actor() and p.is_guest and p.part = 'reflector'
       and p.was_there and m.state = 'held' and not meetings_minutes_are_out(m.id)
       and m.id = any (access_my_things('guest')))
$$""",
)
TO_WRITE = definer(
    "meetings_to_write_as_guest",
    "",
    """returns table (what text, id uuid, course_id uuid, starts_at timestamptz, minutes text)
  language sql stable as $$
  select case p.part when 'reflector' then 'reflects' else 'writes' end, m.id, m.course_id,
         m.starts_at, (select n.state::text from meetings_minutes n
           where n.meeting_id = m.id and n.state in ('draft', 'shown', 'seen', 'published'))
    from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
   where p.person_id = access_actor() and p.is_guest and p.was_there and m.state = 'held'
     and m.id = any (access_my_things('guest')) and not meetings_minutes_are_out(m.id)
     and (p.part = 'minute_taker' and exists (select from meetings_minutes n
            where n.meeting_id = m.id and n.state = 'draft')
       or p.part = 'reflector'
        and not exists (select from meetings_reflection r where r.participant_id = p.id))
   order by m.starts_at, m.id
$$""",
)
REFLECTIONS = migrations.RunSQL(
    f"""
create policy select_by_guest on meetings_reflection for select to landfast_app using ({HERS});
create policy insert_by_guest on meetings_reflection for insert to landfast_app
  with check ({HERS} and meetings_guest_reflects(participant_id));
create policy update_by_guest on meetings_reflection for update to landfast_app
  using ({HERS} and meetings_guest_reflects(participant_id))
  with check ({HERS} and meetings_guest_reflects(participant_id));
""",
    """
drop policy update_by_guest on meetings_reflection;
drop policy insert_by_guest on meetings_reflection;
drop policy select_by_guest on meetings_reflection;
""",
)
WORDS_ONLY = migrations.RunSQL(
    f"""
create function meetings_taker_writes_words() returns trigger language plpgsql as $$
begin
  if current_user = 'landfast_app' and not access_my_roles(old.course_id) && array[{ROLES}]
    and (
      (new.id, new.course_id, new.meeting_id, new.version, new.citizen_note, new.seen_beside,
       new.offered, new.recipients, new.published_at, new.written_by_id, new.reason)
      is distinct from
      (old.id, old.course_id, old.meeting_id, old.version, old.citizen_note, old.seen_beside,
       old.offered, old.recipients, old.published_at, old.written_by_id, old.reason)
      or new.state not in (old.state, 'shown')
      or new.seen_at is not null and new.seen_at is distinct from old.seen_at)
  then
    raise exception 'landfast: minutes % are changed in their words only', old.id
      using errcode = 'check_violation', constraint = 'taker_writes_words';
  end if;
  return new;
end $$;
create trigger taker_writes_words before update on meetings_minutes
  for each row execute function meetings_taker_writes_words();

create function meetings_guest_has_her_part() returns trigger language plpgsql as $$
begin
  if current_user = 'landfast_app' and old.is_guest and old.person_id = access_actor()
    and not access_my_roles(old.course_id) && array[{ROLES}]
    and (new.course_id, new.meeting_id, new.person_id, new.role, new.part, new.is_guest,
         new.was_there)
      is distinct from (old.course_id, old.meeting_id, old.person_id, old.role, old.part,
         old.is_guest, old.was_there)
  then
    raise exception 'landfast: the part of % is chosen by who prepares the meeting', old.id
      using errcode = 'check_violation', constraint = 'guest_has_her_part';
  end if;
  return new;
end $$;
create trigger guest_has_her_part before update on meetings_participant
  for each row execute function meetings_guest_has_her_part();
""",
    """
drop trigger guest_has_her_part on meetings_participant;
drop function meetings_guest_has_her_part;
drop trigger taker_writes_words on meetings_minutes;
drop function meetings_taker_writes_words;
""",
)


class Migration(migrations.Migration):
    """A function written anew, three new ones, policies for guests, two triggers."""

    dependencies = (("meetings", "0086_who_instead"),)

    operations = (
        TAKES,
        IS_OUT,
        REFLECTS,
        TO_WRITE,
        let_in("meetings_minutes", "guest_taker", DRAFT, change=DRAFT),
        REFLECTIONS,
        WORDS_ONLY,
    )
