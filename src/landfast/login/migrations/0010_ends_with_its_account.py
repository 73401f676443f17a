"""What a login has opened ends with it, and is marked as ended: when another gives it a new start
password or closes it.

A session whose key fits no more was refused, but stood as running: her copy on a lost telephone
still held, and its screen went on showing notices. Who changes their own password ends the others
by `sittings.choose_password`, and keeps the one they sit in.
"""

from django.db import migrations

from landfast.access.protect import definer

ENDS = definer(
    "login_ends_with_its_account",
    "",
    """returns trigger language plpgsql as $$
begin
  if new.is_active and coalesce(new.person_id = access_actor(), false) then return null; end if;
  update login_sitting set ended_at = access_now()
   where person_id = new.person_id and ended_at is null
     and (identity_id is null or not new.is_active);
  return null;
end $$""",
)
WHEN = migrations.RunSQL(
    "create trigger sessions_end after update of stamp, is_active on people_account"
    " for each row when (old.is_active and not new.is_active or old.stamp is distinct from new.stamp)"
    " execute function login_ends_with_its_account();",
    "drop trigger sessions_end on people_account;",
)


class Migration(migrations.Migration):
    """A function and its trigger."""

    dependencies = (("login", "0009_who_comes_in"),)

    operations = (ENDS, WHEN)
