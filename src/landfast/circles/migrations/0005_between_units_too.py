"""What units raise and agree is changed by whose it is, in the database too.

What was raised stands as it was written: who raised it takes it back, those at the table sum it up.
A unit's promise is the unit's: nobody else says yes to it, moves it or closes it.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.rules import EVERYBODY
from landfast.access.sql import holds_post
from landfast.circles.rules.agreeing import ANSWERS, ENDS, AgreementState
from landfast.circles.rules.cases import CaseState
from landfast.circles.rules.standing import SittingState

GUARDS = import_module("landfast.circles.migrations.0002_guards")
WAITING, HANDLED, WITHDRAWN = (
    f"'{one.value}'" for one in (CaseState.WAITING, CaseState.HANDLED, CaseState.WITHDRAWN)
)
PROPOSED, AGREED = f"'{AgreementState.PROPOSED.value}'", f"'{AgreementState.AGREED.value}'"
SAID, ENDED = (", ".join(sorted(f"'{one.value}'" for one in some)) for some in (ANSWERS, ENDS))
ACTOR = "(select access_actor())"
SITS = "circle_id = any ((select circles_mine())::uuid[])"
NEAR = "circle_id = any ((select circles_near())::uuid[])"
RAISED_BY_ME = f"raised_by_id = {ACTOR} and {holds_post('raised_from_id', EVERYBODY)}"
FRESH_THEME = f"state = {WAITING} and sitting_id is null and summary = '{{}}'"
OURS = GUARDS.OWNED_BY_US
FRESH = (
    f"(state = {PROPOSED} and answered_by_id is null or state = {AGREED}"
    f" and answered_by_id = {ACTOR} and {holds_post('owner_unit_id', EVERYBODY)})"
    " and words = '' and closed_at is null"
)
KEPT = f"{SITS} or circle_id = any ((select circles_kept())::uuid[])"

FIXED = migrations.RunSQL(
    """
revoke update on circles_theme, circles_agreement from landfast_app;
grant update (state, sitting_id, summary) on circles_theme to landfast_app;
grant update (state, answered_by_id, words, closed_at, due_on) on circles_agreement
  to landfast_app;
""",
    """
revoke update (state, sitting_id, summary) on circles_theme from landfast_app;
revoke update (state, answered_by_id, words, closed_at, due_on) on circles_agreement
  from landfast_app;
grant update on circles_theme, circles_agreement to landfast_app;
""",
)
POLICIES = migrations.RunSQL(
    f"""
alter policy add on circles_theme with check ({RAISED_BY_ME} and {NEAR} and {FRESH_THEME});
alter policy add on circles_agreement with check (proposed_by_id = {ACTOR} and {SITS} and {FRESH});
alter policy change on circles_agreement using ({OURS}) with check ({OURS});
""",
    f"""
alter policy change on circles_agreement using ({KEPT} or {OURS}) with check ({KEPT} or {OURS});
alter policy add on circles_agreement with check (proposed_by_id = {ACTOR} and {SITS});
alter policy add on circles_theme with check ({RAISED_BY_ME} and {NEAR});
""",
)
THEMES = migrations.RunSQL(
    f"""
create function circles_theme_by_whose_it_is() returns trigger language plpgsql as $$
declare
  waits boolean := old.state = {WAITING};
  at_the_table boolean := old.circle_id = any (circles_mine())
    and (waits or old.sitting_id = new.sitting_id) and exists (
      select from circles_sitting s where s.id = new.sitting_id and s.circle_id = old.circle_id
         and s.state = '{SittingState.PLANNED.value}' and s.starts_at <= access_now());
  takes_back boolean := waits and new.state = {WITHDRAWN} and old.raised_by_id = access_actor()
    and (new.sitting_id, new.summary) is not distinct from (old.sitting_id, old.summary);
begin
  if current_user = 'landfast_app' and not (
    takes_back or at_the_table and new.state = {HANDLED})
  then
    raise exception 'landfast: theme % is changed by who raised it or at the table', old.id
      using errcode = 'check_violation', constraint = 'theme_by_whose_it_is';
  end if;
  return new;
end $$;
create trigger theme_by_whose_it_is before update on circles_theme
  for each row execute function circles_theme_by_whose_it_is();
""",
    """
drop trigger theme_by_whose_it_is on circles_theme;
drop function circles_theme_by_whose_it_is;
""",
)
LIFE = migrations.RunSQL(
    f"""
create function circles_agreement_lives() returns trigger language plpgsql as $$
declare
  answers boolean := old.state = {PROPOSED} and new.state in ({SAID})
    and new.answered_by_id = access_actor() and new.due_on = old.due_on
    and (new.state <> {AGREED} or new.closed_at is null);
  ends boolean := old.state = {AGREED} and new.state in ({ENDED})
    and (new.answered_by_id, new.due_on) is not distinct from (old.answered_by_id, old.due_on);
  moves boolean := old.state = {AGREED} and new.state = {AGREED}
    and (new.answered_by_id, new.words, new.closed_at)
      is not distinct from (old.answered_by_id, old.words, old.closed_at);
begin
  if current_user = 'landfast_app' and not (answers or ends or moves) then
    raise exception 'landfast: agreement % is answered, moved or closed, once each', old.id
      using errcode = 'check_violation', constraint = 'agreement_lives';
  end if;
  return new;
end $$;
create trigger agreement_lives before update on circles_agreement
  for each row execute function circles_agreement_lives();
""",
    """
drop trigger agreement_lives on circles_agreement;
drop function circles_agreement_lives;
""",
)


class Migration(migrations.Migration):
    """Rights by column, three policies, two triggers."""

    dependencies = (("circles", "0004_told_and_forgotten"),)
    operations = (FIXED, POLICIES, THEMES, LIFE)
