"""Who holds the course is told, also one whom the citizen once marked as not to be told.

She marked a helper; later that helper becomes her coordinator, covers, or is the second. Then they
must hear of it to help (as the mark is refused for who holds already), and the mark does nothing
until they hold it no more.
"""

from django.db import migrations

from landfast.access.protect import whole

# a mark on a place counts for whoever was let in from it, ended or not: what waits is for them too
UNTOLD = whole(
    "network_untold",
    "events uuid[]",
    """returns table (event_id uuid, persons uuid[]) language sql stable as $$
  select e.id, array_agg(marked.person_id)
    from access_event e
    cross join lateral (
      select m.person_id from network_member m
       where m.course_id = e.scope_id and m.is_untold and m.until is null
         and not exists (select 1 from course_coordinatorship h
           where h.course_id = e.scope_id and h.person_id = m.person_id and h.ended_at is null)
         and not exists (select 1 from course_second s
           where s.course_id = e.scope_id and s.person_id = m.person_id and s.ended_at is null)
         and not exists (select 1 from course_deputyship d
           where d.course_id = e.scope_id and d.person_id = m.person_id
             and access_today() between d.starts_on and d.ends_on)
       union
      select p.person_id from network_relation r
        join consent_proxy p on p.course_id = r.course_id and p.place = r.id
       where r.course_id = e.scope_id and r.is_untold
    ) marked
   where session_user = 'landfast_jobs' and e.id = any (events)
   group by e.id
$$""",
)


class Migration(migrations.Migration):
    """One function, written anew."""

    dependencies = (("network", "0028_by_key"), ("course", "0098_lookup"))

    operations = (UNTOLD,)
