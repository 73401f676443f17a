"""Whether a unit still has any course or referral: who closes it must know, no more."""

from django.db import migrations

from landfast.access.protect import definer

IN_USE = definer(
    "course_unit_in_use",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from course_course where unit_id = wanted
                  and state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
    or exists (select from course_referral where unit_id = wanted
                and state in ('waits_for_yes', 'new', 'taken'))
    or exists (select from course_callback where unit_id = wanted
                and called_at is null and expires_on > access_today())
$$""",
)


class Migration(migrations.Migration):
    """One question with a yes or a no: it names no course and no citizen."""

    dependencies = (("course", "0018_oversight"),)

    operations = (IN_USE,)
