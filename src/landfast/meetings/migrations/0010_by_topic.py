"""Minutes that were sent are read by topic: all the areas that the meeting's themes are about.

A theme about no area makes them the team's alone. Older ones stay behind after a fresh start.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, left_behind, plays, share_by_topic
from landfast.access.roles import CourseRole

TOPICS = definer(
    "meetings_topics",
    "wanted uuid",
    """returns text[] language sql stable as $$
  select case when count(*) = 0 or bool_or(need = '') then '{}'::text[]
              else access_topics(array_agg(distinct need::text)) end
    from meetings_theme where meeting_id = wanted
$$""",
)
# the citizen sees them first; then those they were sent to, and those who may read all they are about
HERS_AND_THE_LEADERS = plays(
    "meetings_minutes",
    CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
SENT_TO = "state = 'published' and recipients ? (select access_actor())::text"
BY_TOPIC = "state = 'published' and access_reads_topics(course_id, meetings_topics(meeting_id))"
FIRST = "alter policy citizen_first on meetings_minutes using ({0});"
SENT = "case when state = 'published' then meetings_topics(meeting_id) else '{}'::text[] end"


class Migration(migrations.Migration):
    """One function, two policies."""

    dependencies = (
        ("meetings", "0009_reflections"),
        ("access", "0023_fresh_start"),
    )

    operations = (
        helper_may("meetings_theme"),
        TOPICS,
        share_by_topic("meetings_minutes", SENT),
        migrations.RunSQL(
            FIRST.format(f"({HERS_AND_THE_LEADERS}) or ({SENT_TO}) or ({BY_TOPIC})"),
            FIRST.format(f"({HERS_AND_THE_LEADERS}) or ({SENT_TO})"),
        ),
        left_behind("meetings_minutes"),
    )
