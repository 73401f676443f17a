"""A draft of minutes is its writer's until it is shown to the citizen.

The pages kept to it (`rules.minutes.may_read`), the database did not: everything about me, which
lists what the database shows, handed out drafts and new versions before they were shown.
"""

from django.db import migrations

SHOWN = """
create policy shown_first on meetings_minutes as restrictive for select to landfast_app
  using (state <> 'draft'
    or access_my_roles(course_id) && array['coordinator', 'cover', 'deputy', 'second']);
"""


class Migration(migrations.Migration):
    """One policy."""

    dependencies = (("meetings", "0004_dialogue"),)

    operations = (migrations.RunSQL(SHOWN, "drop policy shown_first on meetings_minutes;"),)
