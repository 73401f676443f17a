"""That a promise did not happen, as the citizen says, is heard the same second.

The index of what is to be heard is made anew beside the work, and then the question that uses it.
Cut off between the two it is run again from the start.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.sql import listed

BEFORE, WAITS = (
    import_module(f"landfast.redthread.migrations.{name}")
    for name in ("0018_to_hear_of", "0026_cases")
)
KINDS = f"{BEFORE.KINDS}, {listed(('plan.agreement_hers_no',))}"


def index(name: str, kinds: str) -> str:
    """What is to be heard of a course, by its day."""
    return (
        f"create index concurrently {name} on access_event (scope_id, at) where kind in ({kinds})"
    )


class Migration(migrations.Migration):
    """One index in place of another, one function anew, and no lock on the table."""

    atomic = False

    dependencies = (("redthread", "0026_cases"), ("plan", "0085_hers"))

    operations = (
        migrations.RunSQL(
            "drop index concurrently if exists events_heard",
            index("events_to_hear", BEFORE.KINDS),
        ),
        migrations.RunSQL(index("events_heard", KINDS), "drop index concurrently events_heard"),
        migrations.RunSQL(WAITS.WAITS.sql.replace(BEFORE.KINDS, KINDS), WAITS.WAITS.sql),
        migrations.RunSQL(
            "drop index concurrently if exists events_to_hear", migrations.RunSQL.noop
        ),
    )
