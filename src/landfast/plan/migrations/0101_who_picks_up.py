"""Who has left a team and promised something there is told to ring somebody who picks up.

It was who holds the course, on leave or not. Now whoever of them is not away, in the order in which
all are rung (coordinator, who covers, the second), else the unit.
"""

from django.db import migrations

from landfast.access.protect import whole

LEFT = whole(
    "plan_agreements_left",
    "",
    """returns table (agreement_id uuid, called text, coordinator text, phone text)
  language sql stable as $$
  select a.id, coalesce(nullif(c.called, ''), split_part(c.name, ' ', 1)),
         coalesce(p.name, u.name, '')::text, coalesce(p.phone, u.phone, '')::text
    from plan_agreement a
    join course_course k on k.id = a.course_id
    join course_citizen c on c.id = k.citizen_id
    left join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
    left join people_unit u on u.id = k.unit_id and h.id is not null
    left join lateral (
      select x.name, x.phone from (
        select h.person_id, 1 as turn
        union all (
          select d.person_id, 2 from course_deputyship d
           where d.course_id = k.id and d.starts_on <= access_today() and d.ends_on >= access_today()
           order by d.created_at desc limit 1)
        union all
        select s.person_id, 3 from course_second s where s.course_id = k.id and s.ended_at is null
      ) w join people_person x on x.id = w.person_id
       where not exists (select from people_leave l
                          where l.person_id = x.id and l.starts_on <= access_today()
                            and (l.ends_on is null or l.ends_on >= access_today()))
       order by w.turn limit 1) p on true
   where a.maker_id = (select access_actor()) and a.state in ('accepted', 'started')
     and (select exists (select from people_employment e
    where e.person_id = (select access_actor()) and e.starts_on <= access_today()
      and (e.ends_on is null or e.ends_on >= access_today())))
     and not a.course_id = any (access_my_scopes('whole', 'read'))
$$""",
)


class Migration(migrations.Migration):
    """One function anew; going back, it says what it said before."""

    dependencies = (("plan", "0100_follows_on_monday"), ("course", "0144_nobody_covers"))

    operations = (LEFT,)
