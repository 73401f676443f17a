"""A helper whose last day is over and who is in the team still: the one who holds it is told (B6)."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

WITHOUT = import_module("landfast.redthread.migrations.0019_what_she_did")
BEFORE = import_module("landfast.redthread.migrations.0020_ended_without_me")
LEFT = """return query
  select 'left', m.course_id, m.id, m.leaves_on, m.person_id, p.name::text, '',
         case when m.waits_at is null then '' else 'waits' end, '{}'::text[],
         (m.leaves_on + 1)::timestamp at time zone 'Europe/Copenhagen'
    from network_member m join people_person p on p.id = m.person_id
   where m.course_id = any (held) and m.until is null and m.leaves_on < today
     and m.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[]);
"""
ASKED = whole(
    "redthread_asked_of_holder", "holds uuid[], held uuid[], still date, today date",
    WITHOUT.BODY.removesuffix("end $$") + LEFT + BEFORE.ENDED,
)  # fmt: skip


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("redthread", "0020_ended_without_me"), ("network", "0032_rather_waits"))

    operations = (migrations.RunSQL(ASKED.sql, BEFORE.ASKED.sql),)
