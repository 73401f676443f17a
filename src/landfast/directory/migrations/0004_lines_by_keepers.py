"""Who keeps a unit writes who answers for it too; who keeps the top, the numbers of all."""

from django.db import migrations

RUN, OVERSEE = (
    f"(select access_my_units('{may}'))::uuid[]" for may in ("organisation_run", "courses_oversee")
)
LEADER = (
    "organisation_id = any ((select access_my_organisations('courses_oversee'))::uuid[])"
    f" and (unit_id is null or unit_id = any ({OVERSEE}))"
)
KEEPER = (
    "(unit_id is null and organisation_id = any ((select people_my_organisations())::uuid[]))"
    f" or (unit_id = any ({RUN})"
    " and organisation_id = any ((select access_my_organisations('organisation_run'))::uuid[]))"
)


class Migration(migrations.Migration):
    """The gate of leaders is the gate of administrators as well."""

    dependencies = (
        ("directory", "0003_who_may_write"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.RunSQL(
            f"alter policy add on directory_answer_line with check (({LEADER}) or {KEEPER});\n"
            f"alter policy remove on directory_answer_line using (({LEADER}) or {KEEPER});",
            f"alter policy add on directory_answer_line with check ({LEADER});\n"
            f"alter policy remove on directory_answer_line using ({LEADER});",
        ),
    )
