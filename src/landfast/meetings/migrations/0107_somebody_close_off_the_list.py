"""Mandag also hears of somebody close whom she took off a meeting, without a name (by her alone).

Who is back on the list is no news any more, whoever it is.
"""

from importlib import import_module

from django.db import migrations

BEFORE = str(import_module("landfast.meetings.migrations.0103_coming_on_mandag").DONE.sql)
EMPLOYEES = "e.kind = 'meeting.participant_removed' and e.facts->>'person' is not null"
EVERYBODY = """e.kind = 'meeting.participant_removed' and not exists (
     select from meetings_participant x
      where x.meeting_id = e.object_id and (x.person_id = (e.facts->>'person')::uuid
         or x.relation_id = (e.facts->>'relation')::uuid))"""


class Migration(migrations.Migration):
    """One function; going back, it is what it was."""

    dependencies = (("meetings", "0106_agreed_for_another"),)

    operations = (migrations.RunSQL(BEFORE.replace(EMPLOYEES, EVERYBODY, 1), BEFORE),)
