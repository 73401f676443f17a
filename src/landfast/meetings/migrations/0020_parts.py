"""A proxy reads of the citizen's meetings, and may say how she takes part; a guest reads one.

Minutes are read when they are out: a proxy those that were sent, a guest those sent to her. Of the
people at the table a guest sees herself only, and answers for herself.
"""

from django.db import migrations

from landfast.access.protect import definer, let_in, plays, read_for, things
from landfast.access.roles import CourseRole
from landfast.access.rules import Topic

MEETINGS = read_for(Topic.MEETINGS)
FOR_HER = f"{MEETINGS}\n  and course_id = any ((select access_scopes_as(array['proxy']))::uuid[])"
OUT = "state = 'published'"
MINE = f"meeting_id = {things(CourseRole.GUEST)}"
ONESELF = f"{MINE} and person_id = access_actor()"

HERS_AND_THE_LEADERS = plays(
    "meetings_minutes",
    CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
SENT_TO = f"{OUT} and recipients ? (select access_actor())::text"
BY_TOPIC = f"{OUT} and access_reads_topics(course_id, meetings_topics(meeting_id))"
FIRST = "alter policy citizen_first on meetings_minutes using ({0});"
BEFORE = f"({HERS_AND_THE_LEADERS}) or ({SENT_TO}) or ({BY_TOPIC})"

# three columns, and only while the meeting is not over
ANSWER_FOR = definer(
    "meetings_answer_for",
    "wanted uuid, takes_part text, said text, sends text",
    """returns boolean language plpgsql volatile as $$
begin
  update meetings_meeting
     set attends = takes_part, represented_by = sends,
         own_word = case when said = '' then own_word else said end
   where id = wanted and state in ('preparing', 'called', 'running')
     and course_id = any (access_scopes_as(array['proxy']))
     and course_id = any (access_my_scopes('meetings', 'write'));
  return found;
end $$""",
)


class Migration(migrations.Migration):
    """Grounds beside the others, one restriction widened, one function."""

    dependencies = (
        ("meetings", "0010_by_topic"),
        ("access", "0040_parts"),
    )

    operations = (
        let_in("meetings_meeting", "proxy", MEETINGS),
        let_in("meetings_theme", "proxy", MEETINGS),
        let_in("meetings_minutes", "proxy", f"{OUT} and {FOR_HER}"),
        let_in("meetings_meeting", "guest", f"id = {things(CourseRole.GUEST)}"),
        let_in("meetings_theme", "guest", MINE),
        let_in("meetings_participant", "guest", ONESELF, change=ONESELF),
        let_in("meetings_minutes", "guest", f"{OUT} and {MINE}"),
        migrations.RunSQL(FIRST.format(f"{BEFORE} or ({OUT} and {FOR_HER})"), FIRST.format(BEFORE)),
        ANSWER_FOR,
    )
