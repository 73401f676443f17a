"""What the job is told of meetings reads how she comes where it stands now."""

from importlib import import_module

from django.db import migrations

TOLD = import_module("landfast.redthread.migrations.0005_told").TOLD.sql
HERS = " left join meetings_coming h on h.meeting_id = m.id"

UNASKED = "set local check_function_bodies = off"
"""Going back, the two columns are back only when the meetings have gone back too."""


def moved(sql: str, after: str) -> str:
    """The same function with the two columns read from the row that has them now."""
    told = sql.replace("m.attends", "h.attends").replace("m.represented_by", "h.represented_by")
    return told.replace(after, after + HERS)


FRESH = moved(TOLD, "from meetings_meeting m join meetings_format f on f.id = m.format_id")


class Migration(migrations.Migration):
    """One function; going back, it is what it was."""

    dependencies = (("redthread", "0018_to_hear_of"), ("meetings", "0099_how_she_comes"))

    operations = (migrations.RunSQL(FRESH, [UNASKED, TOLD]),)
