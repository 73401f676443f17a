"""Pages see of these tables what they have logged a look at (access/0020)."""

from django.db import migrations

from landfast.access.protect import logged

INVITED = """exists (select from meetings_participant p
    where p.meeting_id = meetings_meeting.id and p.person_id = (select access_actor()))"""


class Migration(migrations.Migration):
    """A gate in front of each table."""

    dependencies = (("meetings", "0006_begun"), ("access", "0020_no_log_no_read"))

    operations = (
        logged(
            "meetings_theme",
            "meetings_turn",
            "meetings_agreement",
            "meetings_minutes",
        ),
        # one's own invitations: from them one learns to whose meeting, and logs the list
        logged("meetings_meeting", own=INVITED),
        logged("meetings_participant", own="person_id = (select access_actor())"),
    )
