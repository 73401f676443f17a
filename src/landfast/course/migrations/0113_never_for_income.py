"""A missed appointment is not shown to another actor; who decides about her income sees no sign
of how she is, and who reads about her money no admission (domain 0.5, decision 47).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.lighter import lighten
from landfast.access.protect import never_for_income, share_by_topic, unseen
from landfast.access.sql import listed
from landfast.course.rules.observation import ABSENCE, NEVER_BY_TOPIC, OF_HEALTH

LIGHTER = lighten("course_observation")
MINE = "recorded_by_id = access_actor()"
BEFORE = import_module("landfast.course.migrations.0016_by_topic").TOPICS
NEEDS = "access_topics(array(select jsonb_array_elements_text(needs)))"
TOPICS = f"""case when kind in ({listed(NEVER_BY_TOPIC)}) then '{{}}'::text[]
  when kind in ({listed(OF_HEALTH)}) and not needs ?| array['somatic', 'psychiatry', 'substance']
    then {NEEDS} || 'health'::text
  else {NEEDS} end"""


class Migration(migrations.Migration):
    """Three gates, and what an admission is about."""

    dependencies = (
        ("course", "0112_lookup_as_one_job"),
        ("access", "0112_never_for_income"),
    )

    operations = (
        migrations.RunSQL(LIGHTER.reverse_sql, LIGHTER.sql),
        migrations.RunSQL(
            str(share_by_topic("course_observation", TOPICS).sql),
            str(share_by_topic("course_observation", BEFORE).sql),
        ),
        LIGHTER,
        unseen(
            "course_observation", "anothers_absence",
            f"kind <> '{ABSENCE}' or {MINE} or access_holds(course_id)",
        ),
        never_for_income(
            "course_observation", rows=f"kind in ({listed(NEVER_BY_TOPIC)})", own=MINE
        ),
        never_for_income("course_signal", own=MINE),
    )  # fmt: skip
