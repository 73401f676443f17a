"""What each side would bring is told in numbers, but for what is hers alone to know of."""

from django.db import migrations

from landfast.access.protect import whole

WEIGHS = whole(
    "course_mend_weighs",
    "one uuid, other uuid",
    """returns table (place text, here int, there int) language plpgsql stable as $$
declare
  at_place text;
begin
  if not course_may_mend(one, other) then return; end if;
  for at_place in select t.key from jsonb_each(course_movable()) t
                   where not t.value ? 'uncounted' order by t.key loop
    return query execute format('select %1$L::text, (select count(*)::int from %1$I where course_id = $1),'
      ' (select count(*)::int from %1$I where course_id = $2)', at_place) using one, other;
  end loop;
end $$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0104_protected_is_kept_apart"),)

    operations = (WEIGHS,)
