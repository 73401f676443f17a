"""The leader who was named and is the coordinator herself does not cover for herself.

Where she was gone, her course stayed with her: the act passed it by, as if nobody were there. Now
it is her second's, else whoever notes it, as when the named leader has left (decision 95).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.course.migrations.0137_covered_unseen")

COVER_UNSEEN = whole(
    "course_cover_unseen",
    "gone uuid, until date",
    f"""returns uuid[] language plpgsql volatile as $$
declare
  {BEFORE.LONGEST}
  one record;
  covered uuid[] := '{{}}';
begin
  if until not between access_today() and access_today() + longest_cover
  then return covered; end if;
  for one in
    select h.id, h.course_id, coalesce(
        (select e.person_id from people_employment e
          where e.person_id = a.leader_id and e.person_id <> gone and {BEFORE.EMPLOYED}
          limit 1),
        (select s.person_id from course_second s join people_employment e using (person_id)
          where s.course_id = h.course_id and s.ended_at is null and s.person_id <> gone
            and {BEFORE.EMPLOYED} limit 1),
        access_actor()) as holds
      from course_coordinatorship h
      join course_course k on k.id = h.course_id
      join access_apart a on a.scope_id = h.course_id and a.lifted_at is null
     where h.person_id = gone and h.ended_at is null
       and k.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
       and (exists (select from people_leave l where l.person_id = gone
                       and l.starts_on <= access_today()
                       and (l.ends_on is null or l.ends_on >= access_today()))
         or not exists (select from people_employment e where e.person_id = gone
                           and e.unit_id = k.unit_id and e.role = 'coordinator'
                           and (e.ends_on is null or e.ends_on > access_today())))
     order by h.course_id for update of h
  loop
    if one.holds = gone then continue; end if;
    update course_coordinatorship set ended_at = access_now() where id = one.id;
    perform course_take_away(one.course_id, gone, array['coordinator', 'cover']);
    update course_second set ended_at = access_now()
     where course_id = one.course_id and person_id = one.holds and ended_at is null;
    if found then perform course_take_away(one.course_id, one.holds, array['second']); end if;
    perform course_cover(one.course_id, one.holds, until, '{BEFORE.LOST}', null);
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'coordinator.lost', one.course_id, 'frame', null,
      'course_course', one.course_id,
      jsonb_build_object('person', gone, 'cover', one.holds, 'until', until));
    covered := covered || one.course_id;
  end loop;
  return covered;
end $$""",
)


class Migration(migrations.Migration):
    """One function, one condition more."""

    dependencies = (("course", "0139_energy_beside_her"),)

    operations = (COVER_UNSEEN,)
