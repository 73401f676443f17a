"""How a promise of somebody else's went, as the citizen says: beside what its maker tells.

Her word is written by her, or beside her by who holds the threads; what she said herself is changed
by her alone. The database keeps it so, whatever else is saved of the promise.
"""

from importlib import import_module

from django.db import migrations, models

from landfast.access.protect import inner, whole
from landfast.access.roles import HERS_AND_THREADS, CourseRole
from landfast.access.sql import listed
from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act, Went

THREADS = listed(sorted(HERS_AND_THREADS - {CourseRole.CITIZEN}))
ONLY_HER_WORD = migrations.RunSQL(
    f"""
create function plan_only_her_word() returns trigger language plpgsql as $$
begin
  if current_user <> 'landfast_app' then
    return new;  -- a mistake is mended, or a promise goes along with its course
  end if;
  if tg_op = 'INSERT' and new.hers = '' and new.hers_words = '' then
    return new;
  end if;
  if tg_op = 'UPDATE'
     and (new.hers, new.hers_words, new.hers_beside)
         is not distinct from (old.hers, old.hers_words, old.hers_beside) then
    return new;
  end if;
  if tg_op = 'UPDATE' and not new.hers_beside
     and new.course_id = any (access_scopes_as(array['{CourseRole.CITIZEN}'])) then
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.hers = '' or old.hers_beside)
     and (new.hers = '' or new.hers_beside)
     and new.course_id = any (access_scopes_as(array[{THREADS}])) then
    return new;
  end if;
  raise exception 'landfast: how promise % went to her is her own word', new.id
    using errcode = 'check_violation', constraint = 'only_her_word';
end $$;
create trigger only_her_word before insert or update on plan_agreement
  for each row execute function plan_only_her_word();
""",
    """
drop trigger only_her_word on plan_agreement;
drop function plan_only_her_word;
""",
)
WAITS = import_module("landfast.plan.migrations.0082_waits")
DONE = whole(
    "plan_done_for_holder",
    "done access_event[]",
    """returns setof access_waiting language sql stable as $$
  select 'said_no', e.scope_id, e.object_id, null::date, e.actor_id, '', '', '{}'::text[],
         e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_decline' and a.state = 'declined'
  union all
  select 'not_happened', e.scope_id, e.object_id, null, a.maker_id, '', '', '{}', e.at, e.id
    from unnest(done) e join plan_agreement a on a.id = e.object_id
   where e.kind = 'plan.agreement_hers_no' and a.hers = 'not'
$$""",
    inner,
)
WORD = models.CharField(max_length=10, choices=choices(Went), blank=True, db_default="")


class Migration(migrations.Migration):
    """Three columns with a value for what is there and for processes of the code before."""

    dependencies = (("plan", "0084_offered_again"), ("access", "0024_scopes_at_less_cost"))

    operations = (
        migrations.AddField("agreement", "hers", WORD),
        migrations.AddField(
            "agreement", "hers_words", models.CharField(max_length=500, blank=True, db_default="")
        ),
        migrations.AddField(
            "agreement", "hers_beside", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AlterField(
            "agreementchange", "act", models.CharField(max_length=12, choices=choices(Act))
        ),
        ONLY_HER_WORD,
        migrations.RunSQL(
            DONE.sql, WAITS.DONE.sql.replace("create function", "create or replace function", 1)
        ),
    )
