"""Who comes in by a provider has a page of her own here, without an account."""

from django.db import migrations

from landfast.access.protect import whole

HAS_PAGE = whole(
    "circles_has_page",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from course_course c join course_citizen z on z.id = c.citizen_id
                 where c.id = wanted and login_has_own(z.person_id)
                   and (c.id = any ((select access_my_scopes('whole', 'read'))::uuid[])
                     or exists (select from access_my_posts_reach r
                                 where r.scope_id = c.id and r.topic = 'whole')))
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("circles", "0017_who_else_was_there"), ("login", "0009_who_comes_in"))

    operations = (HAS_PAGE,)
