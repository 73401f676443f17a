"""Which courses I lead, or am the citizen of, is asked once a statement and not row by row.

The policies say the same as before. Monday asked for the actor's roles in each of thirty courses
(docs/performance.md).
"""

from collections.abc import Callable

from django.db import migrations

from landfast.access.protect import plays
from landfast.access.roles import CourseRole

LEADERS = (CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND)


def _policies(asked: Callable[..., str]) -> str:
    def close(table: str) -> str:
        return f"({asked(table, CourseRole.CITIZEN, *LEADERS)})"

    return f"""
alter policy table_only on meetings_turn using {close("meetings_turn")};
alter policy citizen_first on meetings_minutes
  using ({close("meetings_minutes")}
    or (state = 'published' and recipients ? (select access_actor())::text))
  with check ({close("meetings_minutes")});
alter policy shown_first on meetings_minutes
  using (state <> 'draft' or ({asked("meetings_minutes", *LEADERS)}));
"""


def _row_by_row(_table: str, *roles: CourseRole) -> str:
    named = ", ".join(f"'{role.value}'" for role in roles)
    return f"access_my_roles(course_id) && array[{named}]"


class Migration(migrations.Migration):
    """Three policies."""

    dependencies = (
        ("meetings", "0007_no_log_no_read"),
        ("access", "0024_scopes_at_less_cost"),
    )

    operations = (migrations.RunSQL(_policies(plays), _policies(_row_by_row)),)
