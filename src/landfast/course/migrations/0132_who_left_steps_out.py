"""Who works here no longer is second or deputy nowhere: the course says that nobody is (lessons 9).

Whoever ends an employment sees no course, and an employment ends by its date, with nobody there: the
database's own function steps out everybody who has left, and tells nobody more than how many.
"""

from django.db import migrations

from landfast.access.protect import definer

EMPLOYED = """select from people_employment e where e.person_id = s.person_id
       and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())"""

STEP_OUT = definer(
    "course_step_out_who_left",
    "",
    f"""returns integer language plpgsql volatile as $$
declare
  one record;
  gone integer := 0;
begin
  for one in
    select s.course_id, s.person_id from (
        select course_id, person_id from course_second where ended_at is null
        union select course_id, person_id from course_deputyship where ends_on >= access_today()) s
     where not exists ({EMPLOYED}) order by 1, 2
  loop
    update course_second set ended_at = access_now()
     where course_id = one.course_id and person_id = one.person_id and ended_at is null;
    update course_deputyship set ends_on = greatest(starts_on, access_today()) - 1
     where course_id = one.course_id and person_id = one.person_id and ends_on >= access_today();
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = one.course_id and person_id = one.person_id
       and role in ('second', 'deputy', 'former_coordinator')
       and (ends_at is null or ends_at > access_now());
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'team.stepped_out', one.course_id, 'frame', access_actor(),
      'course_course', one.course_id, jsonb_build_object('person', one.person_id));
    gone := gone + 1;
  end loop;
  return gone;
end $$""",
)
TABLES = (("course_second", "ended_at"), ("course_deputyship", "ends_on"))
MAY = migrations.RunSQL(
    [
        f"grant update ({column}) on {table} to landfast_helper;\n"
        f"create policy helper_update on {table} for update to landfast_helper"
        f" using (true) with check (true);"
        for table, column in TABLES
    ],
    [
        f"drop policy helper_update on {table};\n"
        f"revoke update ({column}) on {table} from landfast_helper;"
        for table, column in TABLES
    ],
)


class Migration(migrations.Migration):
    """One function, and the two columns that it writes."""

    dependencies = (("course", "0131_ended_in_one"), ("access", "0122_whole_by_post"))

    operations = (MAY, STEP_OUT)
