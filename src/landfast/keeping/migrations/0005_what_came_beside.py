"""Papers, proxies, questions and mendings go with their course; a proxy meets no blocked one."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import erasable

OUT = import_module("landfast.keeping.migrations.0004_out_of_sight")


class Migration(migrations.Migration):
    """What the helper may empty."""

    dependencies = (
        ("keeping", "0004_out_of_sight"),
        ("files", "0004_topics_of_parts"),
        ("consent", "0080_team_no"),
        ("course", "0062_joining"),
        ("plan", "0021_decision_ask"),
        ("people", "0041_way_back"),
    )

    operations = (
        *(
            OUT.out_of_sight(table, "course_id", "false")
            for table in ("course_mend_note", "course_mend_reader")
        ),
        OUT.out_of_sight(
            "consent_proxy", "course_id", "person_id is distinct from (select access_actor())"
        ),
        erasable(
            "files_file", "files_content", "consent_proxy", "plan_decision_ask", "course_mend",
            "course_mend_row", "course_mend_note", "course_mend_reader",
        ),
    )  # fmt: skip
