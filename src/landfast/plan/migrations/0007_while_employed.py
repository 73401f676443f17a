"""Own agreements, and what is left of them, are read as long as their maker is employed.

The ground of the maker had no end with the job: somebody who had left could read on, with the
citizen's first name, for as long as the login lived (access/0005 says the same of grants).
"""

from django.db import migrations

from landfast.access.protect import share_by_topic

WORKS_HERE = """(select exists (select from people_employment e
    where e.person_id = (select access_actor()) and e.starts_on <= access_today()
      and (e.ends_on is null or e.ends_on >= access_today())))"""
MADE_IT = "maker_id = (select access_actor()) and state in ('accepted', 'started')"
MINE = "maker_id = (select access_actor())"

TASKS = """
alter policy see on plan_task using ({0});
alter policy change on plan_task using ({0}) with check ({0});
"""

LEFT = """
create or replace function plan_agreements_left()
  returns table (agreement_id uuid, called text, coordinator text, phone text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, coalesce(nullif(c.called, ''), split_part(c.name, ' ', 1)), coalesce(p.name, ''), coalesce(p.phone, '')
    from plan_agreement a
    join course_course k on k.id = a.course_id
    join course_citizen c on c.id = k.citizen_id
    left join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
    left join people_person p on p.id = h.person_id
   where a.maker_id = (select access_actor()) and a.state in ('accepted', 'started'){while_employed}
     and not a.course_id = any (access_my_scopes('whole', 'read'))
$$;
"""


def _agreements(also: str) -> str:
    return str(share_by_topic("plan_agreement", "plan_topics(wish_id, needs)", also=also).sql)


class Migration(migrations.Migration):
    """Three policies, one function."""

    dependencies = (("plan", "0006_topics"), ("people", "0001_initial"))

    operations = (
        migrations.RunSQL(_agreements(f"{MADE_IT} and {WORKS_HERE}"), _agreements(MADE_IT)),
        migrations.RunSQL(TASKS.format(f"{MINE} and {WORKS_HERE}"), TASKS.format(MINE)),
        migrations.RunSQL(
            LEFT.format(while_employed=f"\n     and {WORKS_HERE}"), LEFT.format(while_employed="")
        ),
    )
