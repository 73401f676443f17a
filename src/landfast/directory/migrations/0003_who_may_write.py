"""A unit's public face is written by who leads it or keeps it; the numbers by who leads.

Pages and actions had asked; now the database does too (decisions/0012).
"""

from django.db import migrations

from landfast.access.protect import write_by

RUN, OVERSEE = (
    f"(select access_my_units('{may}'))::uuid[]" for may in ("organisation_run", "courses_oversee")
)
KEEPER = f"unit_id = any ({RUN}) or unit_id = any ({OVERSEE})"
LEADER = (
    "organisation_id = any ((select access_my_organisations('courses_oversee'))::uuid[])"
    f" and (unit_id is null or unit_id = any ({OVERSEE}))"
)


class Migration(migrations.Migration):
    """Two gates."""

    dependencies = (("directory", "0002_guards"), ("access", "0016_who_may_employ"))

    operations = (
        write_by(
            "directory_unit_profile", insert=KEEPER, update=KEEPER,
            columns="unit_id, does, law, can_decide, cannot_decide, checked_on, created_at",
        ),
        write_by(
            "directory_answer_line", insert=LEADER, delete=LEADER,
            before="select, insert, update, delete",
        ),
    )  # fmt: skip
