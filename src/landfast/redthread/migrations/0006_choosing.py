"""What an organisation chooses of its rules, and its ground for signs; the job is told of both."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, expose, helper_may, whole, write_by

SETTING, GROUND = "redthread_setting", "redthread_signs_ground"
MINE = "organisation_id = any ((select access_my_organisations('rules_keep'))::uuid[])"
I_DO = "{0} = (select access_actor())"
COURSES = """select c.id from course_course c join people_unit u on u.id = c.unit_id
     where u.organisation_id = new.organisation_id"""

CHOSEN = definer(
    "redthread_chosen",
    "wanted uuid",
    """returns jsonb language sql stable as $$
  select jsonb_build_object(
    'chosen', (select coalesce(jsonb_object_agg(s.name, s.value), '{}') from (
        select distinct on (name) name, value from redthread_setting
         where organisation_id = u.organisation_id order by name, created_at desc, id desc) s),
    'signs', exists (select from redthread_signs_ground g
        where g.organisation_id = u.organisation_id and g.withdrawn_at is null))
    from course_course c join people_unit u on u.id = c.unit_id where c.id = wanted
$$""",
)
CLAIM = whole(
    "redthread_claim",
    "today date, most int",
    """returns table (course_id uuid, told jsonb) language plpgsql volatile as $$
begin
  if session_user <> 'landfast_jobs' then return; end if;
  return query with due as (
    select k.course_id as id from redthread_check k join course_course c on c.id = k.course_id
     where k.woken_at is not null
        or ((k.checked_on is null or k.checked_on < today) and c.state in
            ('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING', 'GENÅBNET', 'VENTELISTE'))
     order by k.woken_at nulls last, k.checked_on nulls first limit most
     for update of k skip locked
  ), taken as (
    update redthread_check k set woken_at = null, checked_at = access_now(), checked_on = today,
           failed_at = null
      from due where k.course_id = due.id returning k.course_id as id)
  select taken.id, redthread_told(taken.id, today) || redthread_chosen(taken.id) from taken;
end
$$""",
)
# a choice looks at the courses anew; without a ground what was found of signs closes in the act
WAKE = definer(
    "redthread_wake_ours",
    "",
    f"""returns trigger language plpgsql as $$
begin
  update redthread_check set woken_at = access_now()
   where course_id in ({COURSES});
  if tg_op = 'UPDATE' then
    update redthread_finding f set closed_at = access_now()
     where f.closed_at is null and f.rule like 'ED-%' and f.course_id in ({COURSES});
  end if;
  return null;
end
$$""",
)
WAKES = migrations.RunSQL(
    f"""
create trigger wake_ours after insert on {SETTING} for each row
  execute function redthread_wake_ours();
create trigger wake_ours after insert or update on {GROUND} for each row
  execute function redthread_wake_ours();
""",
    f"drop trigger wake_ours on {GROUND};\ndrop trigger wake_ours on {SETTING};",
)
KEY = (
    ("id", models.UUIDField(default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                            serialize=False)),
    ("created_at", models.DateTimeField(default=landfast.kernel.clock.now, editable=False)),
)  # fmt: skip


def to(what: str, *, null: bool = False) -> models.ForeignKey:
    """A key that points at somebody or some house."""
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=what
    )


class Migration(migrations.Migration):
    """Two tables of the organisation's own, who writes them, and what follows."""

    dependencies = (
        ("redthread", "0005_told"),
        ("access", "0106_who_keeps_rules"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.CreateModel(
            name="Setting",
            fields=[
                *KEY,
                ("name", models.CharField(max_length=24)),
                ("value", models.PositiveSmallIntegerField()),
                ("organisation", to("people.organisation")),
                ("set_by", to("people.person")),
            ],
            options={
                "db_table": SETTING,
                "indexes": [
                    models.Index(
                        fields=["organisation", "name", "-created_at"], name="settings_newest"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignsGround",
            fields=[
                *KEY,
                ("ground", models.CharField(max_length=500)),
                ("document", models.CharField(max_length=300)),
                ("assessed_on", models.DateField()),
                ("assessed_by", models.CharField(max_length=200)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("organisation", to("people.organisation")),
                ("recorded_by", to("people.person")),
                ("withdrawn_by", to("people.person", null=True)),
            ],
            options={
                "db_table": GROUND,
                "constraints": [
                    models.UniqueConstraint(
                        name="one_ground_stands", fields=("organisation",),
                        condition=Q(withdrawn_at__isnull=True),
                    ),
                    models.CheckConstraint(
                        name="who_withdrew_and_when",
                        condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                        | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                    ),
                ],
            },
        ),
        expose(SETTING, "select, insert"),
        write_by(
            SETTING, insert=f"{MINE} and {I_DO.format('set_by_id')}", before="select, insert"
        ),
        expose(GROUND, "select, insert, update"),
        write_by(
            GROUND, insert=f"{MINE} and withdrawn_at is null and {I_DO.format('recorded_by_id')}",
            update=f"{MINE} and withdrawn_at is null",
            becomes=f"{MINE} and withdrawn_at is not null and {I_DO.format('withdrawn_by_id')}",
            columns="withdrawn_at, withdrawn_by_id",
        ),
        helper_may(SETTING),
        helper_may(GROUND),
        CHOSEN, CLAIM, WAKE, WAKES,
    )  # fmt: skip
