"""What was kept at a meeting and has come to the next came before that was marked: it is now.

Without the mark it comes once more when the next is called, also where she has taken it off since.
The events tell of it; they are only read, and few meetings are written.
"""

from django.db import migrations

MARKED = """
  update meetings_meeting m set carried_at = e.at
    from (select (facts->>'kept_at')::uuid as kept_at, min(at) as at from access_event
           where kind = 'meeting.theme_carried' group by 1) e
   where m.id = e.kept_at and m.carried_at is null
"""


class Migration(migrations.Migration):
    """No table changes."""

    dependencies = (("meetings", "0099_how_she_comes"), ("access", "0001_initial"))

    operations = (migrations.RunSQL(MARKED, migrations.RunSQL.noop),)
