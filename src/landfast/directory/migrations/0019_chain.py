"""Who decides for a unit, the nearest first, in one question: it took nine, one after another."""

from django.db import migrations

from landfast.access.sql import EMPLOYED, listed
from landfast.directory.rules.mandates import ANSWER_WITHIN, LEADERS


def works_today(person: str) -> str:
    """Is this person employed, and not on leave?"""
    return f"""(exists (select from people_employment where person_id = {person} and {EMPLOYED})
    and not exists (select from people_leave l where l.person_id = {person}
                     and l.starts_on <= access_today()
                     and (l.ends_on is null or l.ends_on >= access_today())))"""


CHAIN = f"""
create function directory_chain(wanted uuid, of_person uuid)
returns table (person uuid, named text, phone text, is_there boolean, deputy uuid,
  deputy_named text, deputy_phone text, deputy_is_there boolean, hours int, unit uuid,
  unit_name text)
language sql stable as $$
  with recursive first as (
    select coalesce(wanted, (
      select unit_id from people_employment where person_id = of_person and {EMPLOYED}
       order by starts_on, id limit 1)) as id
  ), way as (
    select u.id, u.parent_id, 0 as step from people_unit u join first f on f.id = u.id
    union
    select u.id, u.parent_id, w.step + 1 from people_unit u join way w on u.id = w.parent_id
     where w.step < 20
  ), chain as (
    select w.step, 0 as post, d.position as place, '' as sort_key, d.id, d.person_id, d.deputy_id,
           d.hours
      from way w join directory_decider d on d.unit_id = w.id
    union all
    select w.step, array_position(array[{listed(LEADERS)}], e.role::text), 0, p.sort_key::text,
           e.id, e.person_id, null, {ANSWER_WITHIN}
      from way w join people_employment e on e.unit_id = w.id
      join people_person p on p.id = e.person_id
     where e.role in ({listed(LEADERS)}) and {EMPLOYED}
  ), once as (
    select distinct on (person_id) * from chain
     order by person_id, step, post, place, sort_key, id
  )
  select o.person_id, p.name, p.phone, {works_today("o.person_id")}, o.deputy_id,
         coalesce(q.name, ''), coalesce(q.phone, ''), {works_today("o.deputy_id")}, o.hours,
         u.id, u.name
    from once o join people_person p on p.id = o.person_id
    left join people_person q on q.id = o.deputy_id
    join first f on true join people_unit u on u.id = f.id
   order by o.step, o.post, o.place, o.sort_key, o.id
$$;
"""


class Migration(migrations.Migration):
    """One function; it reads as the one who asks does."""

    dependencies = (
        ("directory", "0018_offers"), ("people", "0055_calendars"), ("access", "0115_waiting"),
    )  # fmt: skip

    operations = (migrations.RunSQL(CHAIN, "drop function directory_chain;"),)
