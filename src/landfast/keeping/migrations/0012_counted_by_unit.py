"""A leader's courses are counted with what is asked once asked once, and not for each of them.

Which courses are apart, and which units the actor leads, is known before the count; whether one that
is over is kept is a part of the question, and not a function that is called for it.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

OVER = import_module("landfast.keeping.migrations.0002_life").OVER

# one holder a course, looked up by the index: joined, the holders of all courses were read
COUNTED = whole(
    "course_count",
    "units uuid[]",
    f"""returns table (state text, person_id uuid, courses int, as_cover int, age interval)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  moment constant timestamptz := access_now();
  led constant uuid[] := array(
    select unnest(units) intersect select unnest(access_my_units('courses_oversee')));
  hidden constant uuid[] := array(
    select a.scope_id from access_apart a join course_course c on c.id = a.scope_id
     where a.lifted_at is null and c.unit_id = any (led)
    except select unnest(access_my_scopes('frame', 'read')));
begin
  return query
  select c.state::text, h.person_id, count(*)::int,
         (count(*) filter (where h.kind = 'cover'))::int, sum(moment - c.state_since)
    from course_course c
    left join lateral (select person_id, kind from course_coordinatorship
                        where course_id = c.id and ended_at is null limit 1) h on true
   where c.unit_id = any (led) and c.id <> all (hidden)
     and (c.state not in {OVER} or not exists (
       select from keeping_case k
        where k.scope_id = c.id and k.state in ('blocked', 'delivered')))
   group by c.state, h.person_id;
end $$""",
)


class Migration(migrations.Migration):
    """A function, written anew: it answers what it answered."""

    dependencies = (("keeping", "0011_held_till_it_ends"), ("access", "0122_whole_by_post"))

    operations = (COUNTED,)
