"""An organisation has a CVR number and somebody who answers for it; a unit moves and closes.

Its place was not granted before (decisions/0012): now it is, to who keeps both the unit and the one
above, in the same organisation, and never below itself. What stands about an organisation is
written by who keeps a unit at its top.
"""

import django.db.models.deletion
from django.db import migrations, models

MAY_LIE = """
create function people_may_lie_under(moved uuid, above uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive below as (
    select moved as id union select u.id from people_unit u join below b on u.parent_id = b.id)
  select above is not distinct from (select parent_id from people_unit where id = moved)
      or (above = any ((select access_my_units('organisation_run'))::uuid[])
          and above not in (select id from below)
          and (select organisation_id from people_unit where id = above)
            = (select organisation_id from people_unit where id = moved))
$$;
"""
MINE = """
create function people_my_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct organisation_id), '{}') from people_unit
   where parent_id is null and id = any ((select access_my_units('organisation_run'))::uuid[])
$$;
"""
OWNED = """
alter function {0} owner to landfast_helper;
revoke execute on function {0} from public;
grant execute on function {0} to landfast_app, landfast_owner;
"""
RUN = "id = any ((select access_my_units('organisation_run'))::uuid[])"
GATES = f"""
grant update (parent_id, closed_on) on people_unit to landfast_app;
alter policy change on people_unit using ({RUN})
  with check ({RUN} and people_may_lie_under(id, parent_id));
grant update (name, sort_key, kind, phone, cvr, answers_id) on people_organisation to landfast_app;
create policy change on people_organisation for update to landfast_app
  using (id = any ((select people_my_organisations())::uuid[]))
  with check (id = any ((select people_my_organisations())::uuid[]));
"""
GATES_OFF = f"""
drop policy change on people_organisation;
revoke update on people_organisation from landfast_app;
alter policy change on people_unit using ({RUN}) with check ({RUN});
revoke update (parent_id, closed_on) on people_unit from landfast_app;
"""


class Migration(migrations.Migration):
    """Columns, what the database keeps of them, and who may write them."""

    dependencies = (("people", "0006_accounts_by_administrators"),)

    operations = (
        migrations.AddField("unit", "closed_on", models.DateField(null=True)),
        migrations.AddField(
            "organisation",
            "cvr",
            models.CharField(blank=True, db_default="", default="", max_length=8),
        ),
        migrations.AddField(
            "organisation",
            "answers",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.person",
            ),
        ),
        migrations.AddConstraint(
            "organisation",
            models.UniqueConstraint(
                fields=("cvr",), name="one_cvr", condition=~models.Q(("cvr", ""))
            ),
        ),
        migrations.AddConstraint(
            "organisation",
            models.CheckConstraint(
                name="cvr_is_eight_digits",
                condition=models.Q(("cvr", ""), ("cvr__regex", "^[0-9]{8}$"), _connector="OR"),
            ),
        ),
        migrations.RunSQL(
            MAY_LIE + OWNED.format("people_may_lie_under"),
            "drop function people_may_lie_under;",
        ),
        migrations.RunSQL(
            MINE + OWNED.format("people_my_organisations"),
            "drop function people_my_organisations;",
        ),
        migrations.RunSQL(GATES, GATES_OFF),
    )  # fmt: skip
