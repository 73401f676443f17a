"""What counts or is reached past the grants: a blocked course is not there either.

Leaders' numbers leave it out. A referral, a promise, a task, an emergency, the one who
was asked to take over and one's own ended grant have readers of their own; asked only of the rows where such a ground is met.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

ALSO = {
    ("access_grant", "scope_id"): "ends_at is null or ends_at > (select access_now())",
    ("course_referral", "course_id"): "course_id is null",
    ("plan_agreement", "course_id"): "maker_id is distinct from (select access_actor())",
    ("plan_task", "course_id"): "false",
    ("course_handover", "course_id"): "taker_id is distinct from (select access_actor())",
    ("consent_emergency", "course_id"): "course_id is null",
}


def out_of_sight(table, scope, unless):
    """The citizen's own grant is the one way in while it lasts."""
    hers = f"{scope} = any ((select access_scopes_as(array['citizen']))::uuid[])"
    return migrations.RunSQL(
        f"create policy kept on {table} as restrictive for select to landfast_app using ("
        f"{unless} or not keeping_is_kept({scope}) or {hers});",
        f"drop policy kept on {table};",
    )


APART = "exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)"
COUNTED = whole(
    "course_count",
    "units uuid[]",
    f"""returns table (state text, person_id uuid, courses int, as_cover int, age interval)
  language sql stable as $$
  select c.state, h.person_id, count(*)::int, (count(*) filter (where h.kind = 'cover'))::int,
         sum(access_now() - c.state_since)
    from course_course c
    left join lateral (select person_id, kind from course_coordinatorship
                        where course_id = c.id and ended_at is null limit 1) h on true
   where (c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or not {APART})
     and c.unit_id = any (units) and not keeping_is_kept(c.id)
     and c.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
   group by c.state, h.person_id
$$""",
)


BEFORE = import_module("landfast.course.migrations.0052_whole_functions")


class Migration(migrations.Migration):
    """Policies in front of six tables, one function."""

    dependencies = (
        ("keeping", "0003_erasure"),
        ("course", "0070_no_longer_counted"),
        ("course", "0052_whole_functions"),
    )

    operations = (
        *(out_of_sight(*place, unless) for place, unless in ALSO.items()),
        migrations.RunSQL(COUNTED.sql, BEFORE.COUNTED.sql),
    )
