"""What waits for who holds courses has one shape in every room: keys, states and days, no words."""

from django.db import migrations

WAITING = migrations.RunSQL(
    """create type access_waiting as (
  what text, course_id uuid, about uuid, day date, who uuid, need text, answer text,
  there text[], since timestamptz, event uuid);""",
    "drop type access_waiting;",
)


class Migration(migrations.Migration):
    """One type: `<room>_waits_for_holder` and `<room>_done_for_holder` answer rows of it."""

    dependencies = (("access", "0114_posts_at_less_cost"),)

    operations = (WAITING,)
