"""The frame of a course is one question with one condition (decision 34).

Course, citizen and holders were six protected tables, each of which asked by itself what its reader
reaches: their policies say the same of the same course. Here it is asked once (access_frames); the
tables keep their policies. tests/access/test_matrix.py and test_oracle.py compare the two.
"""

from django.db import migrations

from landfast.access.protect import definer

FRAME = definer(
    "course_frame",
    "wanted uuid[]",
    """returns table (scope_id uuid, citizen_person_id uuid, name text, called text, phone text,
    state text, state_since timestamptz, holder_id uuid)
  language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  select c.id, z.person_id, z.name::text, z.called::text, z.phone::text, c.state::text,
         c.state_since, h.person_id
    from course_course c
    join course_citizen z on z.id = c.citizen_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
   where c.id = any (access_frames(wanted))
   order by z.sort_key, c.id;
end $$""",
)
ONE = definer(
    "course_frame_of",
    "wanted uuid",
    """returns table (scope_id uuid, citizen_person_id uuid, name text, called text, phone text,
    state text, state_since timestamptz, holder_id uuid, roles text[])
  language plpgsql stable as $$
begin
  return query select f.*, access_my_roles(wanted) from course_frame(array[wanted]) f;
end $$""",
)
WORKS = """exists (select from people_employment e
            where e.person_id = f.person_id and e.starts_on <= day
              and (e.ends_on is null or e.ends_on >= day))"""
# key, name, profession, telephone, and whether there is a face to show
WHO = f"""(select array[p.id::text, p.name, p.profession, p.phone,
                   (exists (select from files_face f where f.person_id = p.id
                     and (f.person_id = access_actor() or {WORKS})))::text]
              from people_person p where p.id = {{0}})"""
OWN = definer(
    "course_own",
    "day date",
    f"""returns table (scope_id uuid, called text, state text, state_since timestamptz,
    created_at timestamptz, review_on date, unit text, unit_phone text, unit_id uuid,
    was_mended boolean, former_id uuid, former_name text, kind text, cover_until date,
    held_since timestamptz, deputy_until date, held text[], deputy text[], second text[])
  language plpgsql stable as $$
#variable_conflict use_column
declare
  mine constant uuid[] := array(
    select c.id from course_citizen z join course_course c on c.citizen_id = z.id
     where z.person_id = access_actor());
begin
  return query
  select c.id, z.called::text, c.state::text, c.state_since, c.created_at, c.review_on,
         u.name::text, u.phone::text, c.unit_id,
         exists (select from course_mend_note n where n.course_id = c.id),
         b.person_id, b.name::text, h.kind::text, h.cover_until, h.starts_at, d.ends_on,
         {WHO.format("h.person_id")}, {WHO.format("d.person_id")}, {WHO.format("s.person_id")}
    from course_course c
    join course_citizen z on z.id = c.citizen_id
    join people_unit u on u.id = c.unit_id
    left join course_coordinatorship h on h.course_id = c.id and h.ended_at is null
    left join course_second s on s.course_id = c.id and s.ended_at is null
    left join lateral (
      select x.person_id, x.ends_on from course_deputyship x
       where x.course_id = c.id and x.starts_on <= day and x.ends_on >= day
       order by x.created_at desc limit 1) d on true
    left join lateral (
      select x.person_id, p.name from course_coordinatorship x
        join people_person p on p.id = x.person_id
       where x.course_id = c.id and x.kind = 'coordinator' and x.ended_at is not null
       order by x.ended_at desc limit 1) b on true
   where c.id = any (access_frames(mine));
end $$""",
)


class Migration(migrations.Migration):
    """Three functions."""

    dependencies = (("course", "0096_lately"), ("access", "0102_frames"))

    operations = (FRAME, ONE, OWN)
