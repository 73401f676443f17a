"""Meetings and minutes ask what posts, topics and invitations give when they must, not each time."""

from django.db import migrations

from landfast.access.lighter import lighten

# asked of the invitation under its own policies: one sees one's own
INVITED = migrations.RunSQL(
    """
create function meetings_invites_me(wanted uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from meetings_participant
                  where meeting_id = wanted and person_id = (select access_actor()));
end $$;
alter policy logged on meetings_meeting using (
  (select access_acts()) or course_id = any ((select access_opened())::uuid[])
  or meetings_invites_me(id));
""",
    """
alter policy logged on meetings_meeting using (
  (select access_acts()) or course_id = any ((select access_opened())::uuid[])
  or exists (select from meetings_participant p
              where p.meeting_id = meetings_meeting.id
                and p.person_id = (select access_actor())));
drop function meetings_invites_me;
""",
)


class Migration(migrations.Migration):
    """Policies in another form; the same rows."""

    dependencies = (("meetings", "0030_movable"), ("access", "0090_what_is_seldom_asked"))

    operations = (INVITED, lighten("meetings_meeting", "meetings_minutes"))
