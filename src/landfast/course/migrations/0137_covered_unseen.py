"""A leader who notes that a coordinator is gone does not leave a course behind that she may not see.

A course that is kept apart is known to its named leader only. Another leader saw and covered the
rest, and it stood with somebody who was gone. The database covers it now, by the leader who was
named, and tells the one who noted it nothing: not that there is one. Has that leader left, it is the
second, whom the citizen has met; else who notes it: never without one goes first (principle 2).
The events of it name nobody who did it: she would read that somebody knows of her who does not.

And what covers here and what takes a course up writes and tells as the ordinary actions do: the
same rows and the same events, in one place (a test holds both against each other).
"""

from django.db import migrations

from landfast.access.protect import definer, inner, whole
from landfast.kernel.text import da

EMPLOYED = "e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())"
COVERED = da("Forløbet er begyndt igen efter et stop")
ASKED = da("Forløbet er begyndt igen efter et stop. Du havde det før.")
LOST = da("Koordinatoren er væk uden varsel")
LONGEST = "longest_cover constant int := 14;  -- five business days, with two weekends and Easter"

GIVE = inner(
    "course_give",
    "wanted uuid, who uuid, as_role text, as_topic text, because text, told_by uuid",
    """returns void language sql volatile as $$
  with given as (
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
      starts_at, given_by_id, reason, situation)
    values (uuidv7(), access_now(), wanted, who, '', as_role, 'team', as_topic, 'write',
      access_now(), access_actor(), because, 'always')
    returning id)
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), 'access.granted', wanted, 'frame', told_by, 'access_grant',
         id, jsonb_build_object('person', who, 'unit', null, 'post', '', 'organisation', null,
           'role', as_role, 'until', null)
    from given
$$""",
)
COVER = inner(
    "course_cover",
    "wanted uuid, who uuid, until date, because text, told_by uuid",
    """returns void language sql volatile as $$
  insert into course_coordinatorship (id, created_at, course_id, person_id, kind, starts_at,
    cover_until, reason, override, appointed_by_id)
  values (uuidv7(), access_now(), wanted, who, 'cover', access_now(), until, because, '',
    access_actor());
  select course_give(wanted, who, 'cover', 'whole', because, told_by)
$$""",
)
TAKE_AWAY = inner(
    "course_take_away",
    "wanted uuid, who uuid, as_roles text[]",
    """returns void language sql volatile as $$
  with ended as (
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = wanted and person_id = who and role = any (as_roles)
       and (ends_at is null or ends_at > access_now())
    returning id)
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), 'access.ended', wanted, 'frame', null, '', null,
         jsonb_build_object('person', who, 'roles', as_roles,
           'grants', coalesce(jsonb_agg(id), '[]'))
    from ended
$$""",
)
TAKE_UP = whole(
    "course_take_up",
    "wanted uuid, lead uuid, former uuid, until date",
    f"""returns uuid language plpgsql volatile as $$
declare
  {LONGEST}
  holds uuid := lead;
  apart uuid := (select leader_id from access_apart where scope_id = wanted and lifted_at is null);
begin
  if not exists (select from unnest(access_my_roles(wanted)) mine where mine in ('citizen', 'lead'))
     or not exists (select from course_course where id = wanted and state = 'GENÅBNET')
     or not exists (select from course_state_change where course_id = wanted
          and after = 'AFVIST_AF_BORGER'
          and (at at time zone 'Europe/Copenhagen')::date >= access_today() - 30)
     or until not between access_today() and access_today() + longest_cover
  then return null; end if;
  if apart is not null then
    holds := apart;
  elsif not exists (select from people_employment e join course_course c on c.unit_id = e.unit_id
       where c.id = wanted and e.person_id = lead and e.role = 'daily_leader' and {EMPLOYED})
  then return null; end if;
  perform course_cover(wanted, holds, until, '{COVERED}', access_actor());
  if former <> holds and former = (
       select person_id from course_coordinatorship
        where course_id = wanted and kind = 'coordinator' and ended_at is not null
        order by ended_at desc, id desc limit 1)
  then
    insert into course_handover (id, created_at, course_id, giver_id, taker_id, offered_by_id,
      reason, override, state, answer)
    values (uuidv7(), access_now(), wanted, holds, former, access_actor(), '{ASKED}', '',
      'offered', '');
    perform course_give(wanted, former, 'taker', 'frame', 'Er spurgt', access_actor());
  end if;
  return holds;
end $$""",
)
COVER_UNSEEN = definer(
    "course_cover_unseen",
    "gone uuid, until date",
    f"""returns uuid[] language plpgsql volatile as $$
declare
  {LONGEST}
  one record;
  covered uuid[] := '{{}}';
begin
  if until not between access_today() and access_today() + longest_cover
  then return covered; end if;
  for one in
    select h.id, h.course_id, coalesce(
        (select e.person_id from people_employment e
          where e.person_id = a.leader_id and {EMPLOYED} limit 1),
        (select s.person_id from course_second s join people_employment e using (person_id)
          where s.course_id = h.course_id and s.ended_at is null and s.person_id <> gone
            and {EMPLOYED} limit 1),
        access_actor()) as holds
      from course_coordinatorship h
      join course_course k on k.id = h.course_id
      join access_apart a on a.scope_id = h.course_id and a.lifted_at is null
     where h.person_id = gone and h.ended_at is null
       and k.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
       and (exists (select from people_leave l where l.person_id = gone
                       and l.starts_on <= access_today()
                       and (l.ends_on is null or l.ends_on >= access_today()))
         or not exists (select from people_employment e where e.person_id = gone
                           and e.unit_id = k.unit_id and e.role = 'coordinator'
                           and (e.ends_on is null or e.ends_on > access_today())))
     order by h.course_id for update of h
  loop
    if one.holds = gone then continue; end if;
    update course_coordinatorship set ended_at = access_now() where id = one.id;
    perform course_take_away(one.course_id, gone, array['coordinator', 'cover']);
    update course_second set ended_at = access_now()
     where course_id = one.course_id and person_id = one.holds and ended_at is null;
    if found then perform course_take_away(one.course_id, one.holds, array['second']); end if;
    perform course_cover(one.course_id, one.holds, until, '{LOST}', null);
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'coordinator.lost', one.course_id, 'frame', null,
      'course_course', one.course_id,
      jsonb_build_object('person', gone, 'cover', one.holds, 'until', until));
    covered := covered || one.course_id;
  end loop;
  return covered;
end $$""",
)


class Migration(migrations.Migration):
    """Three small functions inside, one that stands anew by them, and the one that is new."""

    dependencies = (
        ("course", "0136_one_course_each"),
        ("access", "0122_whole_by_post"),
        ("people", "0055_calendars"),
    )

    operations = (GIVE, COVER, TAKE_AWAY, TAKE_UP, COVER_UNSEEN)
