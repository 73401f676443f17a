"""The screens she has put on go with her, and make her no more than a citizen.

The function stands whole; its list of what hangs on a citizen herself has one table more.
"""

from django.db import migrations

HER_OWN = (
    "access_draft", "access_event", "access_look", "login_identity", "login_invitation",
    "login_one_time_code", "login_passkey", "login_recovery_code", "login_reset", "login_sitting",
    "login_way_out", "notices_channel", "notices_delivery", "notices_device", "people_account",
)  # fmt: skip

IS_MORE = """
create or replace function keeping_is_more(who uuid, than uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  link record;
  met boolean;
begin
  if (select kind from people_person where id = who) is distinct from 'citizen' then
    return true;
  end if;
  for link in
    select c.conrelid::regclass as place, a.attname as field
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.conparentid = 0 and c.confrelid = 'people_person'::regclass
       and c.connamespace = 'public'::regnamespace
       and c.conrelid::regclass::text not in ({own})
  loop
    execute format('select exists (select from %s where %I = $1)', link.place, link.field)
      into met using who;
    if met then return true; end if;
  end loop;
  -- an act of hers in another course is that course's
  return exists (select from access_event where actor_id = who and scope_id <> than)
      or exists (select from access_look where person_id = who and scope_id <> than);
end $$;
""".format(own=", ".join(f"'{one}'" for one in HER_OWN))


class Migration(migrations.Migration):
    """One function, whole. Going back keeps it: the table that it names more is gone before it."""

    dependencies = (
        ("keeping", "0008_counted_where_over"),
        ("notices", "0034_on_a_screen"),
    )

    operations = (migrations.RunSQL(IS_MORE, migrations.RunSQL.noop),)
