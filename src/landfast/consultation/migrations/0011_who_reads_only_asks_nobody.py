"""A question about a course is written there: who only reads it, as in an emergency, writes none."""

from django.db import migrations

from landfast.access.protect import reach
from landfast.access.rules import Level, Topic

TABLE = "consultation_origin"


def _add(level: Level) -> str:
    """Who adds a row: who reaches its course at the level, about a question of their own."""
    reached = reach(TABLE, "course_id", Topic.WHOLE, level)
    return f"alter policy add on {TABLE} with check (({reached}) and consultation_is_mine(question_id));"


class Migration(migrations.Migration):
    """One condition; going back, it is what it was."""

    dependencies = (("consultation", "0010_origin_behind_the_gate"),)

    operations = (migrations.RunSQL(_add(Level.WRITE), _add(Level.READ)),)
