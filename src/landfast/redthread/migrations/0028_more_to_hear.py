"""More of what she does can be found without reading what else happened: a wider index.

It is made beside the work; the one before goes when the new one is there.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.sql import listed

BEFORE = import_module("landfast.redthread.migrations.0027_how_it_went")
MORE = listed(
    (
        "minutes.seen", "plan.wish_added", "plan.wish_reworded", "plan.wish_stands",
        "consent.share_stopped", "coordinator.lost",
    )
)  # fmt: skip
KINDS = f"{BEFORE.KINDS}, {MORE}"


class Migration(migrations.Migration):
    """One index in the place of one, and no lock on the table."""

    atomic = False

    dependencies = (("redthread", "0027_how_it_went"),)

    operations = (
        migrations.RunSQL("drop index if exists events_heard_of", migrations.RunSQL.noop),
        migrations.RunSQL(
            BEFORE.index("events_heard_of", KINDS),
            "drop index events_heard_of",
        ),
    )
