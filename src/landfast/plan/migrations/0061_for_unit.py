"""A leader promises for a unit and names who keeps it; a promise changes hands by a yes alone."""

import django.db.models.deletion
from django.db import migrations, models

from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act

# beside the trigger that takes a yes from the maker alone (0060)
CHANGES_HANDS = migrations.RunSQL(
    """
create function plan_changes_hands_by_a_yes() returns trigger language plpgsql as $$
begin
  if current_user = 'landfast_app' and old.accepted_at is not null
     and new.maker_id is distinct from old.maker_id
     and (new.maker_id is distinct from access_actor()
          or old.named_id is distinct from new.maker_id)
  then
    raise exception 'landfast: agreement % changes hands by a yes alone', new.id
      using errcode = 'check_violation', constraint = 'changes_hands_by_a_yes';
  end if;
  return new;
end $$;
create trigger changes_hands_by_a_yes before update on plan_agreement
  for each row execute function plan_changes_hands_by_a_yes();
""",
    """
drop trigger changes_hands_by_a_yes on plan_agreement;
drop function plan_changes_hands_by_a_yes;
""",
)


class Migration(migrations.Migration):
    """Three columns, one trigger, two acts."""

    dependencies = (("plan", "0060_outside"), ("people", "0041_way_back"))

    operations = (
        migrations.AddField(
            "agreement", "for_unit",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="+", to="people.unit",
            ),
        ),
        migrations.AddField("agreement", "name_by", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "agreement", "named",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="+", to="people.person",
            ),
        ),
        migrations.AlterField(
            "agreementchange", "act", models.CharField(max_length=12, choices=choices(Act))
        ),
        CHANGES_HANDS,
    )  # fmt: skip
