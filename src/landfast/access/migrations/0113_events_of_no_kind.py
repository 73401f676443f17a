"""An event that tells of no observation is no observation: benefits see those events again.

`facts->>'observed'` is null in most events, and null is neither true nor false: `not (… or null)`
hid them all. Three kinds of finding and a meeting made lighter tell what their rows are kept for.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import never_for_income_now
from landfast.access.sql import listed

BEFORE = import_module("landfast.access.migrations.0112_never_for_income").TELLS

TELLS = f"""kind in ({
    listed(
        (
            "signal.recorded",
            "profile.energy_said",
            "looks.name_asked",
            "finding.contested",
            "finding.dismissed",
            "finding.snoozed",
            "finding.taken_up",
            "meeting.citizen_attends",
            "meeting.eased",
        )
    )
}) or coalesce(facts->>'observed', '') in ({
    listed(("contact_lost", "no_show", "screening", "signal"))
})"""
"""Events that say by their kind alone what their row is kept back for; never null."""


class Migration(migrations.Migration):
    """The same gate, asked another thing; no row is touched."""

    dependencies = (("access", "0112_never_for_income"),)

    operations = (
        never_for_income_now(
            "access_event", TELLS, before=BEFORE, scope="scope_id", own="actor_id = access_actor()"
        ),
    )
