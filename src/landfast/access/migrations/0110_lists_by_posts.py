"""Before a list leaves, its citizens are asked about in one statement.

All roles, looked up by a function for each citizen on Overblik or on Delt med mig, took longer than
the rest of those pages' questions. A role is a grant of one's own or one that a post reaches.
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import REACHES_NOW

# what was shown on a ground of its own, and is not reached by a grant to its frame or whole
SHOWN = """select from access_look l
     where l.person_id = me and l.at >= access_began()
       and l.allowed and l.kind = 'list' and l.ground not in ('', 'citizen')
       and l.scope_id is not null
       and l.scope_id <> all (mine)"""
HOLD = whole(
    "access_lists_hold",
    "",
    f"""returns boolean language plpgsql stable as $$
declare
  me uuid;
  mine uuid[];
begin
  if coalesce(current_setting('landfast.opened', true), '') = '' then return true; end if;
  me := access_actor();
  mine := access_my_scopes('frame', 'read');
  if not exists ({SHOWN}) then return true; end if;
  return not exists ({SHOWN}
       and not (exists (select from access_grant where scope_id = l.scope_id
                         and person_id = me and {REACHES_NOW})
         or exists (select from access_my_posts_reach r where r.scope_id = l.scope_id)
         or exists (select from access_my_posts_parts r where r.scope_id = l.scope_id)));
end $$""",
)


class Migration(migrations.Migration):
    """A function, written anew: it answers what it answered."""

    dependencies = (("access", "0109_sessions_by_key"),)

    operations = (HOLD,)
