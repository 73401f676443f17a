"""What is worth a look says its rule before the log: what may be about life is shown first."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

FIRST = import_module("landfast.redthread.migrations.0019_what_she_did")
BEFORE = import_module("landfast.redthread.migrations.0021_seat_left")
HEAVY, WITH_RULE = "f.severity::text, '', ", "f.severity::text, f.rule::text, "
ASKED = whole(
    "redthread_asked_of_holder", "holds uuid[], held uuid[], still date, today date",
    FIRST.BODY.removesuffix("end $$").replace(HEAVY, WITH_RULE) + BEFORE.LEFT
    + BEFORE.BEFORE.ENDED,
)  # fmt: skip


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0021_seat_left"),)

    # what stands until then reads how she comes where it stood
    run_before = (("meetings", "0099_how_she_comes"),)

    operations = (migrations.RunSQL(ASKED.sql, BEFORE.ASKED.sql),)
