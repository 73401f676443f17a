"""A citizen whose coordinator is away, and whom nobody covers, is seen: by her leader and by herself.

One who had begun again had no second, so the cover of the others passed her by. The leaders' page
lists her by name; her own page knows who of those who hold her course is on leave.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer, whole
from landfast.access.sql import reached

BEFORE = import_module("landfast.course.migrations.0127_name_answered")
AWAY = """exists (select from people_leave l where l.person_id = {0} and l.starts_on <= {1}
     and (l.ends_on is null or l.ends_on >= {1}))"""
THERE = """exists (select from people_employment e where e.person_id = {0} and e.starts_on <= {1}
     and (e.ends_on is null or e.ends_on >= {1}))"""
DAY = "access_today()"
UNCOVERED = definer(
    "course_uncovered",
    "units uuid[]",
    f"""returns table (course_id uuid, since date, holder uuid, name text)
  language sql stable as $$
  select c.id, (select min(l.starts_on) from people_leave l
                 where l.person_id = p.id and l.starts_on <= {DAY}
                   and (l.ends_on is null or l.ends_on >= {DAY})), p.id, p.name::text
    from course_course c
    join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
     and h.kind = 'coordinator'
    join people_person p on p.id = h.person_id
   where c.unit_id = any (units) and {AWAY.format("h.person_id", DAY)}
     and not exists (select from course_deputyship d
                      where d.course_id = c.id and d.starts_on <= {DAY} and d.ends_on >= {DAY}
                        and {THERE.format("d.person_id", DAY)}
                        and not {AWAY.format("d.person_id", DAY)})
     and not exists (select from course_second s
                      where s.course_id = c.id and s.ended_at is null
                        and {THERE.format("s.person_id", DAY)}
                        and not {AWAY.format("s.person_id", DAY)})
     and {reached("c.id")}
$$""",
)
LED = whole(
    "course_list_led",
    "units uuid[], since date, most int, page text",
    """returns table (unheld boolean, changes boolean, answers boolean)
  language plpgsql volatile as $$
declare
  waits constant uuid[] := array(
    select c.id from course_course c
     where c.unit_id = any (units) and c.state in ('VENTELISTE', 'GENÅBNET'));
  covered constant uuid[] := array(
    select c.id from course_course c join course_coordinatorship h on h.course_id = c.id
     where c.unit_id = any (units) and h.ended_at is null and h.kind = 'cover'
       and h.cover_until is not null);
  uncovered constant uuid[] := array(
    select u.course_id from course_uncovered(units) u order by u.since, u.course_id limit most);
  another constant uuid[] := array(
    select w.course_id from course_change_wish w join course_course c on c.id = w.course_id
     where c.unit_id = any (units) and w.state = 'asked');
  me constant uuid := access_actor();
  answered constant uuid[] := array(
    select h.course_id from course_handover h
     where h.offered_by_id = me and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since);
  reached constant uuid[] := access_reached(waits || covered || another || answered);
begin
  perform access_list(array(
    select id from (
      select c.id, c.state_since as waited from course_course c
       where c.id = any (waits) and c.id = any (reached)
      union all
      select h.course_id, h.starts_at from course_coordinatorship h
       where h.course_id = any (covered) and h.course_id = any (reached)
         and h.ended_at is null and h.kind = 'cover' and h.cover_until is not null
      order by waited, id limit most) nobodys
    union select one from unnest(uncovered) one
    union select one from unnest(another) one where one = any (reached)
    union (select h.course_id from course_handover h
     where h.offered_by_id = me and h.course_id = any (answered) and h.course_id = any (reached)
       and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since
     order by h.answered_at desc, h.id desc limit 20)), page, '{}', '');
  return query select waits || covered || uncovered <> '{}', another <> '{}', answered <> '{}';
end $$""",
)
WHO = BEFORE.WHO
OWNED = (
    str(BEFORE.OWN.sql)
    .replace("create function", "create or replace function", 1)
    .replace(
        " and o.state = 'offered' and o.promised_at is not null", " and o.state = 'offered'", 1
    )
)


def _knows_away(made: str) -> str:
    away = "::text, (" + AWAY.format("p.id", "day") + ")::text]"
    for who in ("h.person_id", "d.person_id", "s.person_id"):
        stood = WHO.format(who)
        made = made.replace(stood, stood.replace("::text]", away, 1), 1)
    return made


class Migration(migrations.Migration):
    """One function new and two anew."""

    dependencies = (("course", "0143_second_hears"),)

    operations = (UNCOVERED, LED, migrations.RunSQL(_knows_away(OWNED), OWNED))
