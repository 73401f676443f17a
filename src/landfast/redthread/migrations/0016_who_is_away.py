"""Who holds a course and is away, is back, or changes posts: the red thread looks at once.

Leave and employment are the organisation's own and leave no event in a course; until now the
courses of an ill coordinator were looked at in the night.
"""

from django.db import migrations

from landfast.access.protect import definer

WAKE = definer(
    "redthread_wake_theirs",
    "",
    """returns trigger language plpgsql as $$
declare who uuid := coalesce(new.person_id, old.person_id);
begin
  update redthread_check set woken_at = access_now() where course_id in (
    select course_id from course_coordinatorship where person_id = who and ended_at is null
    union select scope_id from access_grant
     where person_id = who and role in ('deputy', 'second')
       and (ends_at is null or ends_at > access_now()));
  return null;
end
$$""",
)
WAKES = migrations.RunSQL(
    """
create trigger wake_theirs after insert or update or delete on people_leave for each row
  execute function redthread_wake_theirs();
create trigger wake_theirs after insert or update on people_employment for each row
  execute function redthread_wake_theirs();
""",
    "drop trigger wake_theirs on people_employment;\ndrop trigger wake_theirs on people_leave;",
)


class Migration(migrations.Migration):
    """One function, and two triggers."""

    dependencies = (
        ("redthread", "0015_signs_kept"),
        ("people", "0045_back_early"),
        ("course", "0100_signals"),
        ("access", "0106_who_keeps_rules"),
    )

    operations = (WAKE, WAKES)
