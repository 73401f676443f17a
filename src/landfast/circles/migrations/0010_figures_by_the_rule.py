"""Figures of a board, made of the rules' words: what runs, is late, is too few to tell."""

from django.db import migrations

from landfast.access.protect import definer, whole
from landfast.access.sql import listed
from landfast.circles.rules.figures import FEW, TOLD_FROM
from landfast.course.rules.states import OVER
from landfast.plan.rules.life import RUNNING

AS_TOLD = definer(
    "circles_as_told",
    "counted bigint",
    f"""returns int language sql immutable as $$
  select case when counted > 0 and counted < {TOLD_FROM} then {FEW} else counted end::int
$$""",
)
FIGURES = whole(
    "circles_figures",
    "wanted uuid",
    f"""returns table (unit_id uuid, courses int, late int, waits int)
  language sql stable as $$
  with units as (
    select distinct s.unit_id from circles_seat s join circles_circle c on c.id = s.circle_id
     where s.circle_id = wanted and s.ended_at is null and c.kind = 'board'
       and wanted = any ((select circles_mine())::uuid[])
  ), staff as (
    select distinct e.unit_id, e.person_id from people_employment e join units u using (unit_id)
     where e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())
  ), counted as (
    select u.unit_id,
      (select count(*) from course_course c where c.unit_id = u.unit_id
          and c.state not in ({listed(sorted(OVER))})) as courses,
      (select count(*) from plan_agreement a join staff s on s.person_id = a.maker_id
        where s.unit_id = u.unit_id and a.state in ({listed(sorted(RUNNING))})
          and a.due_on < access_today()) as late,
      (select count(*) from plan_decision_ask d join staff s on s.person_id = d.decider_id
        where s.unit_id = u.unit_id and d.answered_at is null
          and d.withdrawn_at is null) as waits
      from units u
  )
  select c.unit_id, circles_as_told(c.courses),
    circles_as_told(c.late),
    circles_as_told(c.waits)
    from counted c
$$""",
)


class Migration(migrations.Migration):
    """The question, and who asks it."""

    dependencies = (("circles", "0009_waited_too_long"),)

    operations = (AS_TOLD, FIGURES)
