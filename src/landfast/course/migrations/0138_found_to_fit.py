"""Whether two have said that a course fits: asked when a coordinator is chosen.

A leader who is not of intake chooses too, and reads neither referral nor decision.
"""

from django.db import migrations

from landfast.access.protect import definer

FOUND_TO_FIT = definer(
    "course_found_to_fit",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select case when exists (select from course_referral where course_id = wanted)
                or exists (select from course_decision where course_id = wanted)
    then exists (select from course_decision d
                  where d.course_id = wanted and d.outcome = 'offered'
                    and d.confirmed_at is not null
                    and (k.state <> 'VISITATION' or d.proposed_at >= k.state_since)) end
    from course_course k where k.id = wanted and access_my_roles(wanted) <> '{}'
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0137_covered_unseen"),)

    operations = (FOUND_TO_FIT,)
