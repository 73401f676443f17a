"""Giving access is a right of its own; writing in the frame of a course no longer gives it.

Which role may give which role stands in `roles.GIVES`; a test compares. Whoever is asked to take
over may give the course to themselves, and a while of reading to the one who held it; nothing else.
A grant is given in one's own name, only ever gets shorter, and nothing but its end can be changed.
"""

from django.db import migrations

from landfast.access.protect import definer, reach
from landfast.access.rules import Level, Topic

GIVES = migrations.RunSQL(
    """
create function access_gives(giver text) returns text[] language sql immutable parallel safe
  return case
    when giver = 'citizen' then array['professional']
    when giver in ('coordinator', 'cover', 'deputy', 'second') then
      array['coordinator', 'cover', 'deputy', 'former_coordinator', 'professional', 'second', 'taker']
    when giver = 'taker' then array['coordinator', 'former_coordinator']
    when giver = 'intake' then array['coordinator', 'intake', 'second']
    when giver = 'lead' then
      array['coordinator', 'cover', 'deputy', 'former_coordinator', 'intake', 'second', 'taker']
    else '{}' end;
""",
    "drop function access_gives;",
)

MAY_GIVE = definer(
    "access_may_give",
    "wanted uuid, given text, recipient uuid",
    """returns boolean language sql stable as $$
  select exists (
    select from unnest(access_my_roles(wanted)) mine
     where given = any (access_gives(mine))
       and (mine <> 'taker'
         or given = 'coordinator' and recipient = access_actor()
         or given = 'former_coordinator' and exists (
              select from access_grant g where g.scope_id = wanted and g.person_id = recipient
                 and g.role in ('coordinator', 'cover'))))
$$""",
)

# the citizen's own access is nobody's to end; nor is the unit's sight of who holds the course
MAY_END = definer(
    "access_may_end",
    "wanted uuid, given text",
    """returns boolean language sql stable as $$
  select given not in ('citizen', 'lead') and exists (
    select from unnest(access_my_roles(wanted)) mine
     where access_gives(mine) <> '{}'
       and (mine <> 'taker' or given in ('coordinator', 'cover', 'second', 'taker')))
$$""",
)

FRAME_WRITE = reach("access_grant", "scope_id", Topic.FRAME, Level.WRITE)

POLICIES = migrations.RunSQL(
    """
alter policy add on access_grant with check (given_by_id = (select access_actor())
  and (access_scope_is_new(scope_id) or access_may_give(scope_id, role, person_id)));
alter policy change on access_grant using (access_may_end(scope_id, role))
  with check (access_may_end(scope_id, role));
revoke update on access_grant from landfast_app;
grant update (ends_at) on access_grant to landfast_app;

create function access_grant_only_shrinks() returns trigger language plpgsql as $$
begin
  if new.ends_at is null or new.ends_at > old.ends_at then
    raise exception 'landfast: a grant is never made longer';
  end if;
  return new;
end $$;
create trigger only_shrinks before update on access_grant
  for each row execute function access_grant_only_shrinks();
""",
    f"""
drop trigger only_shrinks on access_grant;
drop function access_grant_only_shrinks;
grant update on access_grant to landfast_app;
alter policy change on access_grant using ({FRAME_WRITE}) with check ({FRAME_WRITE});
alter policy add on access_grant with check (access_scope_is_new(scope_id) or {FRAME_WRITE});
""",
)


class Migration(migrations.Migration):
    """Who may give which access, who may end it, and how."""

    dependencies = (("access", "0008_signed_actor"),)

    operations = (GIVES, MAY_GIVE, MAY_END, POLICIES)
