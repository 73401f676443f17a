"""Who has a login: a password here, or a provider's alone, which makes no account.

Asked by the rooms above where they tell whether she reads it herself. It stands once: written where
it was needed, it counted accounts, and so nobody who comes in by a provider.
"""

from django.db import migrations

from landfast.access.protect import inner

OPEN = "not exists (select from people_account a where a.person_id = who and not a.is_active)"
BY_PROVIDER = "exists (select from login_identity i where i.person_id = who and i.ended_at is null)"

HAS = inner(
    "login_has_one",
    "who uuid",
    f"""returns boolean language sql stable as $$
  select {OPEN} and ({BY_PROVIDER} or exists (select from people_account a where a.person_id = who))
$$""",
)
# a start password is known to who gave it, and nobody has come in by it yet
OWN = inner(
    "login_has_own",
    "who uuid",
    f"""returns boolean language sql stable as $$
  select {OPEN} and ({BY_PROVIDER}
    or exists (select from people_password h where h.account_id = who and not h.is_start))
$$""",
)


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = (("login", "0008_machine_keys"), ("people", "0041_way_back"))

    operations = (HAS, OWN)
