"""A course that she stopped and begins again at once is covered, and who held it is asked.

She can make nobody coordinator, cover or taker (`roles.GIVES`), and shall not: the one function
does it for her, for a course of hers that has just been opened again, never for another person
than a daily lead of its unit and the one who held it last. A course that is kept apart is known to
its named leader only, so the cover is that leader.
"""

from django.db import migrations

from landfast.access.protect import definer

EMPLOYED = "e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())"

MAY_WRITE = migrations.RunSQL(
    """
grant insert on course_coordinatorship, course_handover to landfast_helper;
create policy takes_up on course_coordinatorship for insert to landfast_helper with check (true);
create policy takes_up on course_handover for insert to landfast_helper with check (true);
""",
    """
drop policy takes_up on course_coordinatorship;
drop policy takes_up on course_handover;
revoke insert on course_coordinatorship, course_handover from landfast_helper;
""",
)

TAKE_UP = definer(
    "course_take_up",
    "wanted uuid, lead uuid, former uuid, until date, because text",
    f"""returns uuid language plpgsql volatile as $$
declare
  holds uuid := lead;
  apart uuid := (select leader_id from access_apart where scope_id = wanted and lifted_at is null);
begin
  if not exists (select from unnest(access_my_roles(wanted)) mine where mine in ('citizen', 'lead'))
     or not exists (select from course_course where id = wanted and state = 'GENÅBNET')
     or not exists (select from course_state_change where course_id = wanted
          and after = 'AFVIST_AF_BORGER' and at > access_now() - interval '32 days')
  then return null; end if;
  if apart is not null then
    holds := apart;
  elsif not exists (select from people_employment e join course_course c on c.unit_id = e.unit_id
       where c.id = wanted and e.person_id = lead and e.role = 'daily_leader' and {EMPLOYED})
  then return null; end if;
  insert into course_coordinatorship (id, created_at, course_id, person_id, kind, starts_at,
    cover_until, reason, override, appointed_by_id)
  values (uuidv7(), access_now(), wanted, holds, 'cover', access_now(), until,
    'Forløbet er begyndt igen efter et stop', '', access_actor());
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  values (uuidv7(), access_now(), wanted, holds, '', 'cover', 'team', 'whole', 'write',
    access_now(), access_actor(), 'Dækker, til der er en ny koordinator', 'always');
  if former is not null and former <> holds and exists (
       select from course_coordinatorship where course_id = wanted and person_id = former
          and kind = 'coordinator')
  then
    insert into course_handover (id, created_at, course_id, giver_id, taker_id, offered_by_id,
      reason, override, state, answer)
    values (uuidv7(), access_now(), wanted, holds, former, access_actor(), because, '', 'offered',
      '');
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic,
      level, starts_at, given_by_id, reason, situation)
    values (uuidv7(), access_now(), wanted, former, '', 'taker', 'team', 'frame', 'write',
      access_now(), access_actor(), 'Er spurgt', 'always');
  end if;
  return holds;
end $$""",
)


class Migration(migrations.Migration):
    """One function, and what it may write."""

    dependencies = (
        ("course", "0121_waits"),
        ("access", "0113_signed_in_less"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (MAY_WRITE, TAKE_UP)
