"""Nobody is asked by mail to a changed meeting that she leads before she has said yes to it.

The letters of the change and the reminder waited for her yes; who came on the list after the change
was written to at once, with the time that waited for it.
"""

from importlib import import_module

from django.db import migrations

REMINDED = import_module("landfast.meetings.migrations.0104_reminded_after_her_yes")
ASKED = "when i.told <> 'asked' then 'ask'"
WAITS = f"when not {REMINDED.SETTLED} then null"


class Migration(migrations.Migration):
    """Two lines of one function change places."""

    dependencies = (("meetings", "0104_reminded_after_her_yes"),)

    operations = (
        migrations.RunSQL(
            str(REMINDED.LETTERS.sql).replace(WAITS, "").replace(ASKED, f"{WAITS} {ASKED}"),
            str(REMINDED.LETTERS.sql),
        ),
    )
