"""A coordinator who was lost reads who has her courses now, and how many; of a citizen nothing.

Her access ended as the daily lead covered them, and no page said where they went. While she is away,
and for a time after: who holds each of them now. One that is kept apart is not counted.
"""

from django.db import migrations

from landfast.access.protect import definer

GONE_ON = definer(
    "course_gone_on",
    "days int",
    """returns table (person uuid, name text, profession text, phone text, covers int, holds int)
    language sql stable as $$
  with me as (
    select access_actor() as id, least(access_today() - days, coalesce((
      select min(l.starts_on) from people_leave l
       where l.person_id = access_actor() and l.starts_on <= access_today()
         and (l.ends_on is null or l.ends_on >= access_today() - days)), access_today())) as since
  ), lost as (
    select distinct b.course_id from me join course_coordinatorship b on b.person_id = me.id
     where b.ended_at is not null and not access_is_apart(b.course_id) and exists (
       select from access_event e
        where e.scope_id = b.course_id and e.kind = 'coordinator.lost'
          and e.facts->>'person' = me.id::text
          and (e.at at time zone 'Europe/Copenhagen')::date >= me.since))
  select p.id, p.name::text, p.profession::text, p.phone::text,
         (count(*) filter (where h.kind = 'cover'))::int,
         (count(*) filter (where h.kind <> 'cover'))::int
    from lost join course_coordinatorship h on h.course_id = lost.course_id and h.ended_at is null
    join people_person p on p.id = h.person_id
   where p.id <> access_actor()
   group by p.id order by p.sort_key, p.id
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0141_handed_on"),)

    operations = (GONE_ON,)
