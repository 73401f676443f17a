"""What takes a course up believes no day and no words that it is told: it has its own.

How near her stop must be is the day of the rule (`ending.TAKE_UP_WITHIN`), not an hour two days later;
the cover ends within the longest that five business days can be; and nobody is asked but who held it
last. The words are the same ones, written here, so that nobody who calls it chooses them.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer
from landfast.kernel.text import da

BEFORE = import_module("landfast.course.migrations.0122_take_up")
COVERED = da("Forløbet er begyndt igen efter et stop")
ASKED = da("Forløbet er begyndt igen efter et stop. Du havde det før.")

TAKE_UP = definer(
    "course_take_up",
    "wanted uuid, lead uuid, former uuid, until date",
    f"""returns uuid language plpgsql volatile as $$
declare
  longest_cover constant int := 14;  -- five business days, with two weekends and Easter
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
       where c.id = wanted and e.person_id = lead and e.role = 'daily_leader' and {BEFORE.EMPLOYED})
  then return null; end if;
  insert into course_coordinatorship (id, created_at, course_id, person_id, kind, starts_at,
    cover_until, reason, override, appointed_by_id)
  values (uuidv7(), access_now(), wanted, holds, 'cover', access_now(), until, '{COVERED}', '',
    access_actor());
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  values (uuidv7(), access_now(), wanted, holds, '', 'cover', 'team', 'whole', 'write',
    access_now(), access_actor(), 'Dækker, til der er en ny koordinator', 'always');
  if former <> holds and former = (
       select person_id from course_coordinatorship
        where course_id = wanted and kind = 'coordinator' and ended_at is not null
        order by ended_at desc, id desc limit 1)
  then
    insert into course_handover (id, created_at, course_id, giver_id, taker_id, offered_by_id,
      reason, override, state, answer)
    values (uuidv7(), access_now(), wanted, holds, former, access_actor(), '{ASKED}', '',
      'offered', '');
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic,
      level, starts_at, given_by_id, reason, situation)
    values (uuidv7(), access_now(), wanted, former, '', 'taker', 'team', 'frame', 'write',
      access_now(), access_actor(), 'Er spurgt', 'always');
  end if;
  return holds;
end $$""",
)


class Migration(migrations.Migration):
    """The function with one argument less; going back, it is the one that was."""

    dependencies = (("course", "0127_name_answered"),)

    operations = (
        migrations.RunSQL("drop function course_take_up", BEFORE.TAKE_UP.sql),
        TAKE_UP,
    )
