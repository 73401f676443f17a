"""Whose course a question is about is seen on a page that has logged a look at the course.

Which course it is, is asked of a function by who reaches it: to open the record, and to log it.
"""

from django.db import migrations

from landfast.access.protect import definer, logged

COURSE_OF = definer(
    "consultation_course_of",
    "wanted uuid",
    """returns uuid language sql stable as $$
  select o.course_id from consultation_origin o
   where o.question_id = wanted
     and (o.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
       or exists (select from access_my_posts_reach r
                   where r.scope_id = o.course_id and r.topic = 'whole'))
$$""",
)


class Migration(migrations.Migration):
    """One function, one gate."""

    dependencies = (("consultation", "0002_guards"), ("access", "0050_kinds_of_looks"))

    operations = (COURSE_OF, logged("consultation_origin"))
