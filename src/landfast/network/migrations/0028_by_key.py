"""Who reads for her is known by a key to their place on her map, never by a name.

Two of the same name are two people: neither sees the other's place, and a mark on one is no mark on
the other. Whom she marks is told nothing, whether they work with her or read for her.
"""

from django.db import migrations

from landfast.access.protect import whole

MY_PLACES = whole(
    "network_my_places",
    "wanted uuid",
    """returns setof uuid language sql stable as $$
  select r.id from network_relation r
    join consent_proxy p on p.course_id = r.course_id and p.place = r.id
   where r.course_id = wanted and r.removed_on is null and not r.only_mine
     and p.person_id = access_actor() and p.ended_at is null and p.ends_at > access_now()
$$""",
)
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
    """Two functions, written anew."""

    dependencies = (("network", "0027_my_place"), ("consent", "0083_place_on_her_map"))

    operations = (MY_PLACES, UNTOLD)
