"""The sentence that she wrote herself is hers: who holds the threads does not write over it.

What she has said of coming can be noted for her, as before; her own sentence stays with it.
"""

from importlib import import_module

from django.db import migrations

from landfast.circles.rules.cases import CaseState, Ground
from landfast.circles.rules.standing import SittingState

BEFORE = import_module("landfast.circles.migrations.0003_each_writes_her_own").EACH_HER_OWN
WAITING, HANDLED, WITHDRAWN, REFUSED = (
    f"'{one.value}'"
    for one in (CaseState.WAITING, CaseState.HANDLED, CaseState.WITHDRAWN, CaseState.REFUSED)
)

EACH_HER_OWN = f"""
create or replace function circles_each_writes_her_own() returns trigger language plpgsql as $$
declare
  part text := coalesce(circles_my_part(old.id), '');
  raised boolean := old.raised_by_id = access_actor();
  waits boolean := old.state = {WAITING};
  at_the_table boolean := old.circle_id = any (circles_mine())
    and (waits or old.sitting_id = new.sitting_id) and exists (
      select from circles_sitting s where s.id = new.sitting_id and s.circle_id = old.circle_id
         and s.state = '{SittingState.PLANNED.value}' and s.starts_at <= access_now());
  own_sentence boolean := old.her_words <> '' and not old.written_for_her;
  speaks boolean := waits
    and part = case when new.written_for_her then 'holds' else 'hers' end
    and not (part = 'holds' and own_sentence);
  comes boolean := waits and part in ('hers', 'holds');
  turns boolean := case new.state
    when {REFUSED} then waits and part = 'hers' and old.ground <> '{Ground.LAW.value}'
    when {WITHDRAWN} then waits and raised
    when {HANDLED} then at_the_table else false end;
  tells boolean := old.state = {HANDLED} and (raised or part = 'holds');
begin
  if current_user = 'landfast_app' and (
    not speaks and (new.her_words, new.written_for_her)
      is distinct from (old.her_words, old.written_for_her)
    or not comes and new.comes <> old.comes
    or not turns and new.state <> old.state
    or not (at_the_table and new.state = {HANDLED})
      and (new.summary, new.sitting_id, new.looked_at)
        is distinct from (old.summary, old.sitting_id, old.looked_at)
    or not tells and (
      new.told_words, new.told_after, new.told_after_on, new.follow_up_on, new.came_of_it)
      is distinct from (
      old.told_words, old.told_after, old.told_after_on, old.follow_up_on, old.came_of_it))
  then
    raise exception 'landfast: case % is changed by whose words they are', old.id
      using errcode = 'check_violation', constraint = 'each_writes_her_own';
  end if;
  return new;
end $$;
"""


def _as_before() -> str:
    stood = str(BEFORE.sql).split("create trigger")[0]
    return stood.replace("create function", "create or replace function", 1)


class Migration(migrations.Migration):
    """One function written anew."""

    dependencies = (("circles", "0005_between_units_too"),)
    operations = (migrations.RunSQL(EACH_HER_OWN, _as_before()),)
