"""Who could be the same citizen is found and logged in one step, as every list is."""

from django.db import migrations

from landfast.access.protect import definer, lists
from landfast.access.sql import reached

ALIKE = definer(*lists(
    "course_list_alike", "one uuid, words text, known text[], most int, page text",
    f"""select c.id from course_course c join course_citizen z on z.id = c.citizen_id,
      (select y.* from course_course k join course_citizen y on y.id = k.citizen_id
        where k.id = one) own
     where z.id <> own.id and {reached("c.id")}
       and case when words <> '' then position(lower(words) in lower(z.name)) > 0
                  or z.cpr_mark <> '' and z.cpr_mark = any (known)
                else z.sort_key = own.sort_key or own.phone <> '' and z.phone = own.phone end
     order by z.sort_key, c.id limit most""",
))  # fmt: skip


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0090_lighter"),)

    operations = (ALIKE,)
