"""An administrator's employment waits until a second person has said yes (decisions/0025).

While it waits it has no first day, and every question of posts and of who works here asks for one:
nothing follows from it. A coordinator's and a nurse's alike, as whoever is employed in a unit reads
what citizens share with it. The second is another administrator of the unit, or its leader. What
has ended is not begun again by moving the last day: that would be the way round.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

WAITS = """starts_on is null and declined_by_id is null
     and (ends_on is null or ends_on >= access_today())"""
SECOND = """person_id <> (select access_actor())
     and ((select access_is_system()) or unit_id = any ((select access_my_units('organisation_run'))::uuid[])
       or unit_id = any ((select access_my_units('courses_oversee'))::uuid[]))"""
FUNCTIONS = {
    "people_agree_employment": f"""
create function people_agree_employment(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update people_employment
     set starts_on = greatest(asked_from, access_today()), agreed_by_id = (select access_actor())
   where id = wanted and {WAITS} and (ends_on is null or ends_on >= asked_from)
     and asked_by_id <> (select access_actor()) and {SECOND};
  return found;
end $$;""",
    # whoever asked may take it back
    "people_decline_employment": f"""
create function people_decline_employment(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update people_employment set declined_by_id = (select access_actor())
   where id = wanted and {WAITS} and {SECOND};
  return found;
end $$;""",
}
OWNED = """
alter function {0} owner to landfast_helper;
revoke execute on function {0} from public;
grant execute on function {0} to landfast_app, landfast_owner;
"""
HELPER = """
grant update (starts_on, agreed_by_id, declined_by_id) on people_employment to landfast_helper;
create policy helper_update on people_employment for update to landfast_helper
  using (true) with check (true);
"""
HELPER_OFF = """
drop policy helper_update on people_employment;
revoke update on people_employment from landfast_helper;
"""
RUN = "unit_id = any ((select access_my_units('organisation_run'))::uuid[])"
SYSTEM = "(select access_is_system())"
STAFF = """exists (select from people_person p
    where p.id = people_employment.person_id and p.kind = 'staff')"""
ADDED = f"({SYSTEM} and {STAFF}) or ({RUN} and access_may_employ(person_id)"
ASKED = """ and starts_on is null and agreed_by_id is null and declined_by_id is null
    and asked_by_id = (select access_actor())"""
MINE = f"person_id <> (select access_actor()) and {RUN}"
LEAD = """role = 'coordinator'
    and unit_id = any ((select access_my_units('courses_oversee'))::uuid[])"""
RUNS = "(ends_on is null or ends_on >= access_today())"
GATES = f"""
alter policy add on people_employment with check ({ADDED}{ASKED}));
alter policy change on people_employment
  using ({SYSTEM} or ({MINE} and {RUNS}) or ({LEAD}));
"""
GATES_OFF = f"""
alter policy change on people_employment using ({SYSTEM} or ({MINE}) or ({LEAD}));
alter policy add on people_employment with check ({ADDED}));
"""


def person() -> models.ForeignKey:
    """Who asked, who said yes, who said no."""
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
        to="people.person",
    )  # fmt: skip


class Migration(migrations.Migration):
    """Columns, the two answers, and the gates."""

    dependencies = (
        ("people", "0007_organisations_and_closed_units"),
        ("access", "0035_drafts_of_long_addresses"),
    )

    operations = (
        migrations.AlterField("employment", "starts_on", models.DateField(null=True)),
        migrations.AddField("employment", "asked_from", models.DateField(null=True)),
        migrations.AddField("employment", "asked_by", person()),
        migrations.AddField("employment", "agreed_by", person()),
        migrations.AddField("employment", "declined_by", person()),
        migrations.AddConstraint(
            "employment",
            models.CheckConstraint(
                name="employment_begins_or_waits",
                condition=Q(starts_on__isnull=False, declined_by=None)
                | Q(agreed_by=None, asked_from__isnull=False, asked_by__isnull=False),
            ),
        ),
        migrations.RunSQL(HELPER, HELPER_OFF),
        *(
            migrations.RunSQL(body + OWNED.format(name), f"drop function {name};")
            for name, body in FUNCTIONS.items()
        ),
        migrations.RunSQL(GATES, GATES_OFF),
    )
