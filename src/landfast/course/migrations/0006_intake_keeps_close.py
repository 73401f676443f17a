"""Intake's answers and reasons are not part of the frame; nobody looks a citizen up by CPR.

Those who see that there is a course (its unit's leaders, somebody asked to take it over) saw why
each criterion was answered as it was. Now: the citizen and her team, intake while it assesses, and
the unit's lead for a no that can be looked at again.

`course_citizen_by_cpr` was asked by nobody, and told any coordinator anywhere whether a number is
known. A referral meets the same person through `course_citizen_of_referral`, which is asked with
a referral to one's own unit.
"""

from django.db import migrations

from landfast.access.protect import definer

READERS = """
  course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
  or 'intake' = any (access_my_roles(course_id))
  or ('lead' = any (access_my_roles(course_id)) and (
        select state from course_course c where c.id = course_id) = 'AFSLAG')
"""
TABLES = ("course_assessment", "course_decision")

BY_CPR = definer(
    "course_citizen_by_cpr",
    "wanted text",
    """returns uuid language sql stable as $$
  select id from course_citizen
   where cpr = wanted and cpr <> ''
     and exists (select from unnest(access_my_posts()) post
                  where post like '%:coordinator' or post like '%:daily_leader')
$$""",
)


class Migration(migrations.Migration):
    """Two restrictive policies, and one function less."""

    dependencies = (("course", "0005_referral"), ("access", "0005_while_employed"))

    operations = (
        *(
            migrations.RunSQL(
                f"create policy not_the_frame on {table} as restrictive for select"
                f" to landfast_app using ({READERS});",
                f"drop policy not_the_frame on {table};",
            )
            for table in TABLES
        ),
        migrations.RunSQL(BY_CPR.reverse_sql, BY_CPR.sql),
    )
