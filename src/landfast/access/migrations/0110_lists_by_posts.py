"""Before a list leaves, what most often holds is asked first: a grant of one's own, then one's posts.

Whoever has either has a role in the course. All roles, looked up for each citizen on Overblik or on
Delt med mig, took longer than the rest of those pages' questions.
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import REACHES_NOW

HOLD = whole(
    "access_lists_hold",
    "",
    f"""returns boolean language plpgsql stable as $$
begin
  if coalesce(current_setting('landfast.opened', true), '') = '' then return true; end if;
  return not exists (
    select from access_look l
     where l.person_id = (select access_actor()) and l.at >= (select access_began())
       and l.allowed and l.kind = 'list' and l.ground not in ('', 'citizen')
       and l.scope_id is not null
       and case
         when l.scope_id = any ((select access_my_scopes('frame', 'read'))::uuid[]) then false
         when exists (select from access_grant where scope_id = l.scope_id
                        and person_id = (select access_actor()) and {REACHES_NOW}) then false
         when access_reaches(l.scope_id, 'frame', 'read') then false
         else access_my_roles(l.scope_id) = '{{}}' end);
end $$""",
)


class Migration(migrations.Migration):
    """A function, written anew: it answers what it answered."""

    dependencies = (("access", "0109_sessions_by_key"),)

    operations = (HOLD,)
