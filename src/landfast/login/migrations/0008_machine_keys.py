"""Another system asks for somebody who sits at it (B5; decisions/0039).

Who keeps a unit makes a key, a second person says yes, and either ends it. A digest is shown to
nobody. One question finds who asks: a key that holds, and somebody at work below its unit.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by
from landfast.access.sql import EMPLOYED

RUN = "(select access_my_units('organisation_run'))::uuid[]"
LEAD = "(select access_my_units('courses_oversee'))::uuid[]"
MINE = f"unit_id = any ({RUN}) or unit_id = any ({LEAD})"
KEPT = f"""exists (select from people_employment e join people_unit u on u.id = e.unit_id
    where e.id = employment_id and u.organisation_id = login_known_as.organisation_id
      and e.unit_id = any ({RUN}))"""
SHOWN = (
    "id, created_at, unit_id, name, last_day, made_by_id, agreed_by_id, used_at, hour_at, asked,"
    " ended_at"
)
# what has ended stays so
ENDS = migrations.RunSQL(
    f"alter policy change on login_machine_key using (ended_at is null and ({MINE}))"
    f" with check (ended_at is not null and ({MINE}));",
    migrations.RunSQL.noop,
)
COLUMNS = migrations.RunSQL(
    f"revoke select, update on login_machine_key from landfast_app;"
    f" grant select ({SHOWN}), update (ended_at) on login_machine_key to landfast_app;",
    f"revoke select ({SHOWN}), update (ended_at) on login_machine_key from landfast_app;"
    " grant select, update on login_machine_key to landfast_app;",
)
AGREE = definer(
    "login_agree_key",
    "wanted uuid",
    f"""returns boolean language plpgsql volatile as $$
begin
  update login_machine_key set agreed_by_id = access_actor()
   where id = wanted and agreed_by_id is null and ended_at is null
     and made_by_id <> access_actor() and ({MINE});
  return found;
end $$""",
)
# asked before anybody acts; two questions with one key are counted one after the other. `jobs` is as
# what she is employed where the system is: no post elsewhere gives it a ground
ASKS = definer(
    "login_machine_asks",
    "shown text, named text",
    f"""returns table (said text, person uuid, called text, key uuid, jobs uuid[])
  language plpgsql volatile as $$
declare
  moment constant timestamptz := access_now();
  mine record;
begin
  select * into mine from login_machine_key k
   where k.digest = shown and k.agreed_by_id is not null and k.ended_at is null
     and k.last_day >= access_today() for update;
  if not found then
    return query select 'no_key', null::uuid, '', null::uuid, null::uuid[]; return;
  end if;
  if mine.hour_at is null or mine.hour_at <= moment - interval '1 hour' then
    mine.hour_at := moment;
    mine.asked := 0;
  end if;
  if mine.asked >= 240 then
    return query select 'wait', null::uuid, '', mine.id, null::uuid[]; return;
  end if;
  update login_machine_key k set used_at = moment, hour_at = mine.hour_at, asked = mine.asked + 1
   where k.id = mine.id;
  return query
  with recursive below as (
    select mine.unit_id as id
    union select u.id from people_unit u join below b on u.parent_id = b.id)
  select 'known', p.id, p.name::text, mine.id, array(
      select j.id from people_employment j join below w on w.id = j.unit_id
       where j.person_id = p.id and {EMPLOYED})
    from login_known_as n
    join people_employment e on e.id = n.employment_id and {EMPLOYED}
    join below b on b.id = e.unit_id
    join people_person p on p.id = e.person_id and p.kind = 'staff'
   where n.known_as = named
     and not exists (select from people_account a where a.person_id = p.id and not a.is_active);
  if not found then
    return query select 'nobody', null::uuid, '', mine.id, null::uuid[];
  end if;
end $$""",
)


def key() -> models.UUIDField:
    """A key that sorts by time."""
    return models.UUIDField(
        default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
    )


def written() -> models.DateTimeField:
    """When the row was."""
    return models.DateTimeField(default=landfast.kernel.clock.now, editable=False)


def to(what: str, **more: object) -> models.ForeignKey:
    """A row of `people`."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=f"people.{what}", **more
    )


class Migration(migrations.Migration):
    """Two tables, who sees them, the second yes, and the question."""

    dependencies = (
        ("login", "0007_digest_unseen"),
        ("people", "0055_calendars"),
        ("access", "0110_lists_by_posts"),
    )

    operations = (
        migrations.CreateModel(
            name="MachineKey",
            fields=[
                ("id", key()),
                ("created_at", written()),
                ("name", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("last_day", models.DateField()),
                ("used_at", models.DateTimeField(null=True)),
                ("hour_at", models.DateTimeField(null=True)),
                ("asked", models.PositiveIntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True)),
                ("unit", to("unit")),
                ("made_by", to("person")),
                ("agreed_by", to("person", null=True)),
            ],
            options={"db_table": "login_machine_key"},
        ),
        migrations.AddConstraint(
            "machinekey",
            models.CheckConstraint(
                name="a_key_has_two", condition=~Q(agreed_by=F("made_by"))
            ),
        ),
        migrations.CreateModel(
            name="KnownAs",
            fields=[
                ("id", key()),
                ("created_at", written()),
                ("known_as", models.CharField(max_length=60)),
                (
                    "employment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="people.employment",
                    ),
                ),
                ("organisation", to("organisation")),
            ],
            options={"db_table": "login_known_as"},
        ),
        migrations.AddConstraint(
            "knownas",
            models.UniqueConstraint(
                fields=("organisation", "known_as"), name="one_known_as_in_a_house"
            ),
        ),
        protect_by(
            "login_machine_key", select=MINE,
            insert=f"unit_id = any ({RUN}) and made_by_id = access_actor()"
            " and agreed_by_id is null and ended_at is null and used_at is null",
            update=MINE,
        ),
        ENDS,
        COLUMNS,
        protect_by("login_known_as", select=KEPT, insert=KEPT, update=KEPT, delete=KEPT),
        helper_may("login_machine_key", "select, update"),
        helper_may("login_known_as"),
        AGREE,
        ASKS,
    )  # fmt: skip
