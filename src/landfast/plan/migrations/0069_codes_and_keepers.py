"""A code said at a meeting ends with it; who is asked to keep a unit's promise can say no."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import whole
from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act

BEFORE = import_module("landfast.plan.migrations.0060_outside").BY_CODE
BY_CODE = migrations.RunSQL(
    whole(
        "plan_outside_by_code",
        "place text, mark text, most int",
        """returns table (ask_id uuid, number int) language plpgsql volatile as $$
declare
  held plan_outside;
begin
  select * into held from plan_outside o
   where o.code_place = place and place <> '' and o.code_tries < most
     and case when o.code_meeting is null then o.code_until > access_now()
         else access_situation_holds(o.course_id, 'meeting', o.code_meeting, null) end
     and o.revoked_at is null and o.ends_at > access_now() for update;
  if not found then return; end if;
  if held.code_mark <> mark then
    update plan_outside o set code_tries = o.code_tries + 1 where o.id = held.id;
    return;
  end if;
  update plan_outside o set code_place = '', code_mark = '', code_until = null, code_meeting = null
   where o.id = held.id;
  return query select held.id, held.serial::int;
end $$""",
    ).sql,
    BEFORE.sql.replace("create function", "create or replace function", 1),
)


class Migration(migrations.Migration):
    """Two columns, one act, one function anew."""

    dependencies = (("plan", "0068_what_leaders_said"), ("access", "0091_scopes_whole"))

    operations = (
        migrations.AddField(
            "outsideask", "code_meeting", models.UUIDField(blank=True, null=True)
        ),
        migrations.AddField(
            "agreement", "suggested",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="+", to="people.person",
            ),
        ),
        migrations.AlterField(
            "agreementchange", "act", models.CharField(max_length=12, choices=choices(Act))
        ),
        BY_CODE,
    )  # fmt: skip
