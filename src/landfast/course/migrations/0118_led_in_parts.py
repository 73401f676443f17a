"""Whoever lists what a leader's page shows knows which of its parts are empty: they are not asked."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer

BEFORE = import_module("landfast.course.migrations.0110_led_at_once")

LED = definer(
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
    union select one from unnest(another) one where one = any (reached)
    union (select h.course_id from course_handover h
     where h.offered_by_id = me and h.course_id = any (answered) and h.course_id = any (reached)
       and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since
     order by h.answered_at desc, h.id desc limit 20)), page, '{}', '');
  return query select waits || covered <> '{}', another <> '{}', answered <> '{}';
end $$""",
)
GONE = "drop function course_list_led(uuid[], date, int, text);"


class Migration(migrations.Migration):
    """A function that answers more than how many there were."""

    dependencies = (("course", "0117_ended"),)

    operations = (migrations.RunSQL([GONE, LED.sql], [GONE, BEFORE.LED.sql]),)
