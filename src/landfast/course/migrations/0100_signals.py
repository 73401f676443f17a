"""Early signs: what somebody saw, read by the team and by her, forgotten after three months."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import (
    definer,
    erasable,
    left_behind,
    logged,
    movable,
    plays,
    protect_by,
    reach,
)
from landfast.access.roles import COURSE_ROLES
from landfast.access.rules import Level, Permission, Topic
from landfast.course.rules.signal import SignalKind
from landfast.kernel.choices import choices

SIGNAL = "course_signal"
READS = reach(SIGNAL, "course_id", Topic.WHOLE, Level.READ)
RECORDERS = [role for role, text in COURSE_ROLES.items() if Permission.SIGNAL_RECORD in text.may]
RECORDS = (
    f"recorded_by_id = access_actor() and expires_on <= access_today() + 90"
    f" and ({plays(SIGNAL, *RECORDERS)})"
)
EXPIRE = definer(
    "course_expire_signals",
    "",
    """returns int language sql volatile as $$
  with gone as (delete from course_signal where expires_on <= access_today() returning id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """One table; what is written is never rewritten."""

    dependencies = (
        ("course", "0099_children"),
        ("access", "0106_who_keeps_rules"),
    )

    operations = (
        migrations.CreateModel(
            name="Signal",
            fields=[
                ("id", models.UUIDField(default=landfast.kernel.ids.new_id, editable=False,
                                        primary_key=True, serialize=False)),
                ("created_at",
                 models.DateTimeField(default=landfast.kernel.clock.now, editable=False)),
                ("kind", models.CharField(choices=choices(SignalKind), max_length=24)),
                ("seen_on", models.DateField()),
                ("words", models.CharField(blank=True, max_length=300)),
                ("expires_on", models.DateField()),
                ("course", models.ForeignKey(
                    on_delete=django.db.models.deletion.RESTRICT, related_name="+",
                    to="course.course")),
                ("recorded_by", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+",
                    to="people.person")),
            ],
            options={
                "db_table": SIGNAL,
                "indexes": [
                    models.Index(fields=["course", "seen_on"], name="signals_of_course"),
                    models.Index(fields=["expires_on"], name="signals_that_expire"),
                ],
            },
        ),
        protect_by(SIGNAL, select=READS, insert=RECORDS),
        logged(SIGNAL),
        left_behind(SIGNAL),
        erasable(SIGNAL),
        movable(SIGNAL, author="recorded_by_id"),
        migrations.RunSQL(
            f"grant update (expires_on) on {SIGNAL} to landfast_helper;",
            f"revoke update (expires_on) on {SIGNAL} from landfast_helper;",
        ),
        EXPIRE,
    )  # fmt: skip
