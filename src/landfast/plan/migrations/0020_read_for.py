"""A proxy reads the plan for the citizen; a guest of a meeting her own agreements from it."""

from django.db import migrations

from landfast.access.protect import let_in, read_for
from landfast.access.rules import Topic

PLAN = read_for(Topic.PLAN)
GUESTS_OWN = (
    "maker_id = access_actor()"
    " and course_id = any ((select access_scopes_as(array['guest']))::uuid[])"
)


class Migration(migrations.Migration):
    """A ground beside the others, on three tables."""

    dependencies = (("plan", "0010_fresh_start"), ("access", "0040_parts"))

    operations = (
        let_in("plan_wish", "proxy", PLAN),
        let_in("plan_own_step", "proxy", PLAN),
        let_in("plan_agreement", "proxy", PLAN),
        let_in("plan_agreement", "guest", GUESTS_OWN),
    )
