"""A passkey is a login of one's own, and who sits here now has come in, by whatever way.

The demonstration lets its people in by a touch: they have neither password nor provider.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import inner, whole

BEFORE = import_module("landfast.login.migrations.0009_who_comes_in")

OWN = whole(
    "login_has_own",
    "who uuid",
    f"""returns boolean language sql stable as $$
  select {BEFORE.OPEN} and ({BEFORE.BY_PROVIDER}
    or exists (select from people_password h where h.account_id = who and not h.is_start)
    or exists (select from login_passkey k where k.person_id = who)
    or exists (select from login_sitting s
                where s.person_id = who and s.ended_at is null
                  and s.seen_at > access_now() - interval '1 day'))
$$""",
    inner,
)


class Migration(migrations.Migration):
    """One function, written anew."""

    dependencies = (("login", "0010_ends_with_its_account"),)

    operations = (OWN,)
