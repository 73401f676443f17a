"""What the citizen has shared with whom is for her team; those who see the frame do not see it."""

from django.db import migrations

from landfast.access.protect import reach
from landfast.access.rules import Level, Topic

MINE = "person_id = (select access_actor())"
FRAME = reach("access_grant", "scope_id", Topic.FRAME, Level.READ)
WHOLE = reach("access_grant", "scope_id", Topic.WHOLE, Level.READ)
SEEN = f"{MINE} or (role <> 'recipient' and ({FRAME})) or {WHOLE}"


class Migration(migrations.Migration):
    """One policy."""

    dependencies = (("access", "0011_topics"),)

    operations = (
        migrations.RunSQL(
            f"alter policy see on access_grant using ({SEEN});",
            f"alter policy see on access_grant using ({MINE} or {FRAME});",
        ),
    )
