"""What is known from before a fresh start: whoever has none among theirs is not asked for each.

The gate of a fresh start asks in front of every read of a plan, and nearly nobody has one: a row of
the starts was looked for beside each of a professional's grants. One question finds that there is
none; only where there is one, each grant is compared with it, as before.
"""

from django.db import migrations

from landfast.access.protect import whole

HELD = """g.person_id = me and g.topic = 'whole'
     and g.starts_at <= moment and g.ends_at is distinct from g.starts_at"""

KNOWN = whole(
    "access_known_scopes",
    "",
    f"""returns uuid[] language plpgsql stable parallel safe as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  held constant uuid[] := array(select g.scope_id from access_grant g
   where {HELD});
begin
  if not exists (select from access_fresh_start f
                  where f.scope_id = any (held) and f.lifted_at is null) then
    return held;
  end if;
  return array(select g.scope_id from access_grant g
   where {HELD}
     and (g.role = 'citizen' or not exists (
       select from access_fresh_start f
        where f.scope_id = g.scope_id and f.lifted_at is null and f.since <= g.starts_at)));
end $$""",
)


class Migration(migrations.Migration):
    """The same answer, with one question less for most."""

    dependencies = (("access", "0122_whole_by_post"),)

    operations = (KNOWN,)
