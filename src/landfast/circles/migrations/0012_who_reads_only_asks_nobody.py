"""A case about a course is written there: who only reads it, as in an emergency, writes none."""

from django.db import migrations

from landfast.access.protect import reach
from landfast.access.rules import Level, Topic

TABLE = "circles_origin"


def _add(level: Level) -> str:
    """Who adds a row: who reaches its course at the level, about a case of their own."""
    reached = reach(TABLE, "course_id", Topic.WHOLE, level)
    return f"alter policy add on {TABLE} with check (({reached}) and circles_is_mine(case_id));"


class Migration(migrations.Migration):
    """One condition; going back, it is what it was."""

    dependencies = (("circles", "0011_a_quarter_knows"),)

    operations = (migrations.RunSQL(_add(Level.WRITE), _add(Level.READ)),)
