"""A no to sharing is kept: asked again once at most, not at all after "spørg mig ikke igen".

The pages and the actions ask the rules (`rules/saying_no.py`); the database holds to the same: only
the citizen says something herself, and what others write down after a no says what has changed.
"""

import django.db.models.functions.comparison
from django.db import migrations, models

KEEPS = """
create function consent_share_keeps_a_no() returns trigger language plpgsql as $$
declare
  said record;
begin
  if new.how = 'self' then
    if not 'citizen' = any (access_my_roles(new.course_id)) then
      raise exception 'landfast: only the citizen says it herself';
    end if;
    return new;
  end if;
  if new.state = 'given' and new.how = 'orally' and btrim(new.waived_because) = ''
    and new.topics ?| array['health', 'psychiatry', 'substance'] then
    raise exception 'landfast: by word of mouth about health says why it is not in writing';
  end if;
  select max(round) as round, bool_or(never_again) as never_again into said from consent_share
   where course_id = new.course_id and state = 'refused' and ended_at is null
     and coalesce(person_id, unit_id) = coalesce(new.person_id, new.unit_id);
  if said.round is null or new.state = 'given' and new.how = 'on_paper' then return new; end if;
  if said.never_again or said.round > 1 or new.changed = '' then
    raise exception 'landfast: the citizen has said no and is not asked again';
  end if;
  return new;
end $$;
create trigger keeps_a_no before insert on consent_share
  for each row execute function consent_share_keeps_a_no();
"""
KEEPS_OFF = """
drop trigger keeps_a_no on consent_share;
drop function consent_share_keeps_a_no;
"""


class Migration(migrations.Migration):
    """Three fields, what they keep, and the gate."""

    dependencies = [
        ("consent", "0003_shares"),
        ("course", "0012_while_employed"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="share",
            name="changed",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="share",
            name="never_again",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="share",
            name="round",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="share",
            name="purpose",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("grants", []), ("round__in", (1, 2)), ("state", "refused"), ("topics", [])
                    ),
                    models.Q(
                        models.Q(("state", "refused"), _negated=True),
                        ("never_again", False),
                        ("round", None),
                    ),
                    _connector="OR",
                ),
                name="a_no_reaches_nothing_and_is_asked_twice_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("round", None),
                    ("round__lt", 2),
                    models.Q(("changed", ""), _negated=True),
                    _connector="OR",
                ),
                name="who_asks_again_says_what_has_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.UniqueConstraint(
                models.F("course"),
                django.db.models.functions.comparison.Coalesce("person", "unit"),
                models.F("round"),
                condition=models.Q(("ended_at", None), ("state", "refused")),
                name="one_no_per_recipient_and_round",
            ),
        ),
        migrations.RunSQL(KEEPS, KEEPS_OFF),
    ]
