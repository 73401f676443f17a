"""A no to somebody in the team is kept as a no to sharing is: asked again once, or not at all.

The rules say so (`rules/saying_no.py`), and the database holds to it: only the citizen says something
herself, and what others write down after a no says what has changed.
"""

from django.db import migrations, models
from django.db.models import Q

KEEPS = """
create function consent_team_keeps_a_no() returns trigger language plpgsql as $$
declare
  said record;
begin
  if new.how = 'self' then
    if not 'citizen' = any (access_my_roles(new.course_id)) then
      raise exception 'landfast: only the citizen says it herself';
    end if;
    return new;
  end if;
  select state, round, never_again into said from consent_consent
   where course_id = new.course_id and recipient_id = new.recipient_id
   order by said_at desc, id desc limit 1;
  if not found or said.state <> 'refused' or new.state = 'given' and new.how = 'on_paper' then
    return new;
  end if;
  if said.never_again or said.round > 1 or new.changed = '' then
    raise exception 'landfast: the citizen has said no and is not asked again';
  end if;
  return new;
end $$;
create trigger keeps_a_no before insert on consent_consent
  for each row execute function consent_team_keeps_a_no();
"""
KEEPS_OFF = """
drop trigger keeps_a_no on consent_consent;
drop function consent_team_keeps_a_no;
"""


class Migration(migrations.Migration):
    """Three fields, what they keep, and the gate."""

    dependencies = (("consent", "0060_stricter"),)

    operations = (
        migrations.AddField(
            "consent", "changed", models.CharField(blank=True, default="", max_length=300)
        ),
        migrations.AddField("consent", "never_again", models.BooleanField(default=False)),
        migrations.AddField("consent", "round", models.PositiveSmallIntegerField(null=True)),
        migrations.RunSQL(
            "update consent_consent set round = 1 where state = 'refused';"
            " set constraints all immediate;",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            "consent",
            models.CheckConstraint(
                condition=Q(round__in=(1, 2), state="refused")
                | Q(~Q(state="refused"), never_again=False, round=None),
                name="a_no_in_the_team_is_asked_twice_at_most",
            ),
        ),
        migrations.RunSQL(KEEPS, KEEPS_OFF),
    )
