"""How many signs are kept in an organisation: asked before its ground for them is taken back.

One to four are told as -1: somebody could be known by so few.
"""

from django.db import migrations

from landfast.access.protect import definer

KEPT = definer(
    "redthread_signs_kept",
    "house uuid",
    """returns bigint language sql stable as $$
  select case when count(*) between 1 and 4 then -1 else count(*) end
    from course_signal s join course_course c on c.id = s.course_id
    join people_unit u on u.id = c.unit_id
   where u.organisation_id = house and s.expires_on > access_today()
     and house = any (access_my_organisations('rules_keep')::uuid[])
$$""",
)


class Migration(migrations.Migration):
    """One function; it counts nothing for others than who keeps the rules."""

    dependencies = (("redthread", "0014_never_for_income"), ("course", "0100_signals"))

    operations = (KEPT,)
