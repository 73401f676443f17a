"""What a list across my courses may count before it is logged: courses whose threads I hold.

Behind it the finders of Mandag answer keys, states and days, never a word or a name (decision 32).
"""

from django.db import migrations

from landfast.access.protect import definer

THREADS = definer(
    "access_threads",
    "wanted uuid[]",
    """returns uuid[] language plpgsql stable as $$
declare
  held constant uuid[] :=
    access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']);
  reached constant uuid[] := access_my_scopes('whole', 'read');
begin
  return array(select one from unnest(wanted) one
                where one = any (held) and one = any (reached));
end $$""",
)


class Migration(migrations.Migration):
    """A function."""

    dependencies = (("access", "0100_who_keeps_formats"),)

    operations = (THREADS,)
