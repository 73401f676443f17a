"""A mark keeps its number for good, and stands in what the reflectors wrote too (C6).

A reflection is its writer's: who leads can change no more of it than a passage into its mark and
back, and the database compares the two texts.
"""

from django.db import migrations, models

from landfast.access.protect import definer, plays
from landfast.access.roles import CourseRole

LEADS = plays(
    "meetings_reflection", CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
MARK = definer(
    "meetings_mark_reflection",
    "wanted uuid, by_passage uuid, said text",
    f"""returns void language plpgsql as $$
begin
  update meetings_reflection set text = said
   where id = wanted and ({LEADS}) and exists (
     select from meetings_passage p
      where p.id = by_passage and p.meeting_id = meetings_reflection.meeting_id
        and replace(said, '[udeladt ' || p.number || ']', p.words)
          = replace(text, '[udeladt ' || p.number || ']', p.words));
  if not found then
    raise insufficient_privilege;
  end if;
end $$""",
)
NUMBERS = """
update meetings_meeting m set marks_used = used.most
  from (select meeting_id, max(number) as most
          from (select meeting_id, number from meetings_passage where meeting_id is not null
                union all
                select meeting_id, (one ->> 'number')::int
                  from meetings_minutes, jsonb_array_elements(content -> 'covers') one) marks
         group by meeting_id) used
 where m.id = used.meeting_id;
"""


class Migration(migrations.Migration):
    """A column, a right, a function."""

    dependencies = (("meetings", "0084_lines_for_guests"),)

    operations = (
        migrations.AddField(
            "meeting", "marks_used", models.PositiveSmallIntegerField(default=0)
        ),
        migrations.RunSQL(NUMBERS, migrations.RunSQL.noop),
        migrations.RunSQL(
            "grant update (text) on meetings_reflection to landfast_helper;",
            "revoke update (text) on meetings_reflection from landfast_helper;",
        ),
        MARK,
    )  # fmt: skip
