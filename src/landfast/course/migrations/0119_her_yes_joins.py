"""Two records in units without a common leader: her yes to both teams is the bridge (decision 20).

Who may mend one of them and is in the team of the other joins them with the one on the other side,
as two who may mend both do. Moving what stands wrong wants what it did.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.course.migrations.0060_mending")
MENDERS = BEFORE.MENDERS
TEAM = "'professional' = any (access_my_roles({}))"
MAY_MEND = whole(
    "course_may_mend",
    "one uuid, other uuid",
    f"""returns boolean language sql stable as $$
  select case
    when access_my_roles(one) && {MENDERS}
    then other is null or access_my_roles(other) && {MENDERS} or {TEAM.format("other")}
    else other is not null and access_my_roles(other) && {MENDERS} and {TEAM.format("one")} end
$$""",
)

BOTH = "course_may_mend(source, null) and (target is null or course_may_mend(target, null))"
MOVED = str(BEFORE.MAY_MOVE.sql)
MAY_MOVE = MOVED.replace("if course_may_mend(source, target) then", f"if {BOTH} then")

SEES = f"""{BEFORE.SEES}
  or (kind = 'merge' and target_id is not null and course_may_mend(source_id, target_id))"""


def _policies(sees: str) -> str:
    """Who reads a mending, and who drops one that waits."""
    return f"""
alter policy see on course_mend using ({sees});
alter policy change on course_mend using ({BEFORE.WAITS} and ({sees})) with check (state = 'dropped');
"""


def _anew(sql: str) -> str:
    return sql.replace("create function", "create or replace function", 1)


class Migration(migrations.Migration):
    """One question, who moves, and who sees it wait; going back, they are what they were."""

    dependencies = (("course", "0118_led_in_parts"),)

    operations = (
        migrations.RunSQL(MAY_MEND.sql, _anew(str(BEFORE.MAY_MEND.sql))),
        migrations.RunSQL(_anew(MAY_MOVE), _anew(MOVED)),
        migrations.RunSQL(_policies(SEES), _policies(BEFORE.SEES)),
    )
