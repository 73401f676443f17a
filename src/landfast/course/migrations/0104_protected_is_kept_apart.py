"""A protected name and address is said once: the course is kept apart, and why (access.KeptApart).

The mark on the citizen was written by nobody and read by nobody. When two records are joined it
went along; a course that is kept apart is not joined into one that is not.
"""

from django.db import migrations

JOIN = """
create or replace function course_join_citizens(
  wanted uuid, goes course_citizen, stays course_citizen)
returns void language plpgsql as $$
declare
  one record;
  made uuid;
begin
  for one in select id from course_course where citizen_id = goes.id order by id loop
    perform course_mend_set(wanted, 'course_course', one.id, 'citizen_id', to_jsonb(stays.id));
    made := uuidv7();
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
      starts_at, given_by_id, reason, situation)
    values (made, access_now(), one.id, stays.person_id, '', 'citizen', 'citizen', 'whole', 'read',
      access_now(), access_actor(), 'Borgeren selv', 'always');
    perform course_mend_trace(wanted, 'access_grant', made, '', null, null);
  end loop;
  if goes.cpr <> '' then
    perform course_swap_numbers(goes.id, stays.id);
    perform course_mend_trace(wanted, 'course_citizen', goes.id, '', null, to_jsonb(stays.id));
  end if;
  if goes.phone <> '' and stays.phone = '' then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'phone', to_jsonb(goes.phone));
  end if;
  if goes.born_on is not null and stays.born_on is null then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'born_on', to_jsonb(goes.born_on));
  end if;{protected}
end $$;
"""
PROTECTED = """
  if goes.is_protected and not stays.is_protected then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'is_protected', to_jsonb(true));
  end if;"""


class Migration(migrations.Migration):
    """The function first, then the column."""

    dependencies = (("course", "0103_lookup_grounds"),)

    operations = (
        migrations.RunSQL(JOIN.format(protected=""), JOIN.format(protected=PROTECTED)),
        migrations.RunSQL(
            migrations.RunSQL.noop,
            "grant update (is_protected) on course_citizen to landfast_helper;",
        ),
        migrations.RemoveField("citizen", "is_protected"),
    )
