"""A page across courses is asked about once more before it leaves, as one citizen's page is (F1).

What it showed stands in the log of its own transaction, with the ground it was shown on. A row whose
ground has gone meanwhile says that the page may not leave. Rows without a ground of their own (a
promise of somebody who has left the team) are shown on what was promised.
"""

from django.db import migrations

from landfast.access.protect import definer

HOLD = definer(
    "access_lists_hold",
    "",
    """returns boolean language plpgsql stable as $$
begin
  if coalesce(current_setting('landfast.opened', true), '') = '' then return true; end if;
  return not exists (
    select from access_look l
     where l.person_id = (select access_actor()) and l.at >= (select access_began())
       and l.allowed and l.kind = 'list' and l.ground not in ('', 'citizen')
       and l.scope_id is not null
       and l.scope_id <> all ((select access_my_scopes('frame', 'read'))::uuid[])
       and access_my_roles(l.scope_id) = '{}');
end $$""",
)


class Migration(migrations.Migration):
    """One question."""

    dependencies = (("access", "0104_records_in_a_row"),)

    operations = (HOLD,)
