"""Who reads a case writes only what is theirs in it, in the database too.

Her word and her no are hers; a sentence written for her is marked so. Who raised it takes it back;
those at the table sum it up; who raised it or holds the threads tells her.
"""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.access.rules import EVERYBODY, Permission
from landfast.access.sql import holds_post
from landfast.circles.rules.cases import CaseState, Ground
from landfast.circles.rules.standing import SittingState

HOLDERS = ", ".join(
    f"'{role.value}'"
    for role, text in COURSE_ROLES.items()
    if Permission.WISH_WRITE in text.may and role is not CourseRole.CITIZEN
)
WAITING, HANDLED, WITHDRAWN, REFUSED = (
    f"'{one.value}'"
    for one in (CaseState.WAITING, CaseState.HANDLED, CaseState.WITHDRAWN, CaseState.REFUSED)
)
ACTOR = "(select access_actor())"
SITS = "circle_id = any ((select circles_mine())::uuid[])"
NEAR = "circle_id = any ((select circles_near())::uuid[])"
RAISED_BY_ME = f"raised_by_id = {ACTOR} and {holds_post('raised_from_id', EVERYBODY)}"
READS = (
    f"{SITS} or ({RAISED_BY_ME}) or exists (select from circles_origin o"
    " where o.case_id = circles_case.id)"
)
WRITES = f"{SITS} or ({RAISED_BY_ME}) or circles_my_part(id) in ('hers', 'holds')"
FRESH = (
    f"state = {WAITING} and her_words = '' and comes = '' and sitting_id is null"
    " and told_after_on is null and told_words = '' and came_of_it = ''"
)

MY_PART = definer(
    "circles_my_part",
    "wanted uuid",
    f"""returns text language sql stable as $$
  select case
    when o.course_id = any (access_scopes_as(array['{CourseRole.CITIZEN.value}']))
     and o.course_id = any (access_my_scopes('whole', 'write')) then 'hers'
    when access_my_roles(o.course_id) && array[{HOLDERS}] then 'holds' end
    from circles_origin o where o.case_id = wanted
$$""",
)
POLICIES = migrations.RunSQL(
    f"""
alter policy change on circles_case using ({WRITES}) with check ({WRITES});
alter policy add on circles_case with check ({RAISED_BY_ME} and {NEAR} and {FRESH});
""",
    f"""
alter policy change on circles_case using ({READS}) with check ({READS});
alter policy add on circles_case with check ({RAISED_BY_ME} and {NEAR});
""",
)
EACH_HER_OWN = migrations.RunSQL(
    f"""
create function circles_each_writes_her_own() returns trigger language plpgsql as $$
declare
  part text := coalesce(circles_my_part(old.id), '');
  raised boolean := old.raised_by_id = access_actor();
  waits boolean := old.state = {WAITING};
  at_the_table boolean := old.circle_id = any (circles_mine())
    and (waits or old.sitting_id = new.sitting_id) and exists (
      select from circles_sitting s where s.id = new.sitting_id and s.circle_id = old.circle_id
         and s.state = '{SittingState.PLANNED.value}' and s.starts_at <= access_now());
  speaks boolean := waits and part = case when new.written_for_her then 'holds' else 'hers' end;
  turns boolean := case new.state
    when {REFUSED} then waits and part = 'hers' and old.ground <> '{Ground.LAW.value}'
    when {WITHDRAWN} then waits and raised
    when {HANDLED} then at_the_table else false end;
  tells boolean := old.state = {HANDLED} and (raised or part = 'holds');
begin
  if current_user = 'landfast_app' and (
    not speaks and (new.her_words, new.written_for_her, new.comes)
      is distinct from (old.her_words, old.written_for_her, old.comes)
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
create trigger each_writes_her_own before update on circles_case
  for each row execute function circles_each_writes_her_own();
""",
    """
drop trigger each_writes_her_own on circles_case;
drop function circles_each_writes_her_own;
""",
)


class Migration(migrations.Migration):
    """One function, two policies, one trigger."""

    dependencies = (("circles", "0002_guards"), ("access", "0050_kinds_of_looks"))
    operations = (MY_PART, POLICIES, EACH_HER_OWN)
