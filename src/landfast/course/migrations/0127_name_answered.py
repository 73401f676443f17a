"""Her own course says whether an answer to her question for a name waits to be read.

Read is what she has opened *Mit valg* after; her first page asks nothing more of the database.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer

BEFORE = import_module("landfast.course.migrations.0116_begun_again")
WHO = BEFORE.WHO
UNREAD = """exists (
           select from access_name_ask q
            where q.scope_id = c.id and q.answered_at > access_now() - interval '31 days'
              and not exists (
                select from access_look l
                 where l.scope_id = c.id and l.person_id = q.asked_by_id
                   and l.what = 'Mit valg' and l.at >= q.answered_at))"""
OWN = definer(
    "course_own",
    "day date",
    f"""returns table (scope_id uuid, called text, state text, state_since timestamptz,
    created_at timestamptz, review_on date, unit text, unit_phone text, unit_id uuid,
    was_mended boolean, comes boolean, begun_again_at timestamptz, name_answered boolean,
    former_id uuid, former_name text, kind text,
    cover_until date, held_since timestamptz, deputy_until date, held text[], deputy text[], second text[])
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
         exists (select from course_handover o
                  where o.course_id = c.id and o.state = 'offered' and o.promised_at is not null),
         (select max(g.at) from course_state_change g
           where g.course_id = c.id and g.after = 'GENÅBNET'),
         {UNREAD},
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
    """One function anew: it answers one thing more."""

    dependencies = (
        ("course", "0126_asked_to_take"),
        ("access", "0119_names_are_answered"),
    )

    operations = (
        migrations.RunSQL("drop function course_own;", BEFORE.OWN.sql),
        OWN,
    )
