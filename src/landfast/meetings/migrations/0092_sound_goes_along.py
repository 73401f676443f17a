"""What she has spoken in for a meeting goes along when her two records are joined (decision 0020).

The file hangs on the course, not on the meeting, so what joins rows by their meeting did not see
it. It follows there, and back when the two are taken apart again. When a meeting goes to *another*
citizen it stays with whoever spoke it: it is her voice, and she alone can have put it there.
"""

from django.db import migrations

from landfast.access.protect import definer

FOLLOWS = definer(
    "meetings_sound_goes_along",
    "",
    """returns trigger language plpgsql as $$
begin
  update files_file set scope_id = new.course_id
   where id = new.own_sound_id and scope_id = old.course_id
     and exists (select from course_mend m
                  where m.kind = 'merge' and (m.source_id, m.target_id) in
                    ((old.course_id, new.course_id), (new.course_id, old.course_id)));
  return null;
end $$""",
)
WITH_ITS_MEETING = migrations.RunSQL(
    "create trigger sound_goes_along after update of course_id on meetings_meeting"
    " for each row when (old.course_id is distinct from new.course_id)"
    " execute function meetings_sound_goes_along();",
    "drop trigger sound_goes_along on meetings_meeting;",
)


class Migration(migrations.Migration):
    """One trigger with its function."""

    dependencies = (
        ("meetings", "0091_guest_makes_draft"),
        ("files", "0005_sealed"),
        ("course", "0105_uncounted"),
    )

    operations = (FOLLOWS, WITH_ITS_MEETING)
