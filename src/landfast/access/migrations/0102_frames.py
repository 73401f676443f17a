"""Whose frame the actor may read now, asked once for all the tables that make it (decision 34)."""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import LOOKED_AT, reached

# the gate first: most often the page has logged what it asks about, and nothing else is asked
FRAMES = definer(
    "access_frames",
    "wanted uuid[]",
    f"""returns uuid[] language plpgsql stable as $$
declare
  mine constant uuid[] := access_my_scopes('frame', 'read');
begin
  if wanted <@ mine and (access_acts() or wanted <@ access_opened()) then return wanted; end if;
  return array(select one from unnest(wanted) one where {reached("one")} and {LOOKED_AT});
end $$""",
)


class Migration(migrations.Migration):
    """A function."""

    dependencies = (("access", "0101_threads"),)

    operations = (FRAMES,)
