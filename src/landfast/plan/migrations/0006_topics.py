"""A wish and an agreement are read by topic: the area of life they are about.

An agreement is about the areas it says, and about its wish's. Observations are not shared by topic:
what happened with one actor is not shown to another (domain 0.5).
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, share_by_topic

TOPICS = definer(
    "plan_topics",
    "wish uuid, needs jsonb",
    """returns text[] language sql stable as $$
  select access_topics(array(
    select jsonb_array_elements_text(needs) union select area from plan_wish where id = wish))
$$""",
)


class Migration(migrations.Migration):
    """Two policies."""

    dependencies = (("plan", "0005_told_aloud"), ("access", "0011_topics"))

    operations = (
        helper_may("plan_wish"),
        TOPICS,
        share_by_topic("plan_wish", "access_topics(array[area::text])"),
        share_by_topic(
            "plan_agreement",
            "plan_topics(wish_id, needs)",
            also="maker_id = (select access_actor()) and state in ('accepted', 'started')",
        ),
    )
