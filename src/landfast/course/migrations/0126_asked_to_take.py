"""How many courses somebody has been asked to take: they count against the cap before the yes.

Many courses can be offered to one person at once, and no answer asks about room again.
"""

from django.db import migrations

from landfast.access.protect import definer

ASKED = definer(
    "course_asked_to_take",
    "wanted uuid[]",
    """returns table (person_id uuid, asked bigint) language sql stable as $$
  select h.taker_id, count(*) from course_handover h
   where h.taker_id = any (wanted) and h.state = 'offered' group by h.taker_id
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0125_told_how_default"),)

    operations = (ASKED,)
