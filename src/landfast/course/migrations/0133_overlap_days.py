"""How long the former coordinator reads on is counted from the yes, however late it comes."""

from django.db import migrations, models

KEPT = migrations.RunSQL(
    """
update course_handover set overlap_days = least(28, greatest(0,
    overlap_until - coalesce(begins_on, (created_at at time zone 'Europe/Copenhagen')::date)))
 where state = 'offered' and overlap_until is not null;
""",
    migrations.RunSQL.noop,
)


class Migration(migrations.Migration):
    """The days that were agreed, beside the last of them, which the yes sets."""

    dependencies = (("course", "0132_who_left_steps_out"),)

    operations = (
        migrations.AddField(
            "handover",
            "overlap_days",
            models.PositiveSmallIntegerField(db_default=14, default=14),
        ),
        KEPT,
    )
