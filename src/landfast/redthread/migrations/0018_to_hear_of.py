"""What who holds a course must hear of is found without reading what else happened in it.

The log of events is long and written to all day: the index is made beside the work.
"""

from django.db import migrations

from landfast.access.sql import listed

KINDS = listed(
    (
        "course.moved.paused", "course.went_on", "meeting.cancelled", "meeting.citizen_attends",
        "meeting.participant_removed", "network.seat_answered", "network.member_ended",
        "consent.refused", "consent.withdrawn", "plan.agreement_decline", "coordinator.appointed",
    )
)  # fmt: skip


class Migration(migrations.Migration):
    """One index, and no lock on the table."""

    atomic = False

    dependencies = (("redthread", "0017_beside"), ("access", "0112_never_for_income"))
    run_before = (
        ("meetings", "0099_how_she_comes"),
    )  # what is told before reads two columns it drops

    operations = (
        migrations.RunSQL("drop index if exists events_to_hear", migrations.RunSQL.noop),
        migrations.RunSQL(
            "create index concurrently events_to_hear on access_event (scope_id, at)"
            f" where kind in ({KINDS})",
            "drop index events_to_hear",
        ),
    )
