"""An observation is read by topic: the areas it is about, but no sign and no missed appointment.

Older ones stay behind after a fresh start.
"""

from django.db import migrations

from landfast.access.protect import left_behind, share_by_topic
from landfast.course.rules.observation import NEVER_BY_TOPIC

NEVER = ", ".join(f"'{kind}'" for kind in NEVER_BY_TOPIC)
TOPICS = (
    f"case when kind in ({NEVER}) then '{{}}'::text[]"
    " else access_topics(array(select jsonb_array_elements_text(needs))) end"
)


class Migration(migrations.Migration):
    """Two policies."""

    dependencies = (("course", "0015_leaders_lists"), ("access", "0023_fresh_start"))

    operations = (
        share_by_topic("course_observation", TOPICS),
        left_behind("course_observation"),
    )
