"""A proposal that waits for the second pair of eyes stands on the Monday of those who can be it."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("landfast.redthread.migrations.0023_how_she_comes").LATELY
SECOND = """if exists (select from course_decision d
              where d.confirmed_at is null and d.returned_at is null
                and d.proposed_by_id <> me) then
    return query
    select 'second_eyes', d.course_id, d.id,
           (d.proposed_at at time zone 'Europe/Copenhagen')::date, d.proposed_by_id,
           p.name::text, '', d.outcome::text, '{}'::text[], d.proposed_at
      from course_decision d join people_person p on p.id = d.proposed_by_id
     where d.confirmed_at is null and d.returned_at is null and d.proposed_by_id <> me
       and exists (select from access_my_posts_reach r
                    where r.scope_id = d.course_id and r.role = 'intake')
     order by d.proposed_at, d.id;
  end if;
end $$"""
ASKED = BEFORE.replace("end $$", SECOND, 1)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0023_how_she_comes"),)

    operations = (migrations.RunSQL(ASKED, BEFORE),)
