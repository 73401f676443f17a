"""What waits for who holds courses, in one question for all rooms: Mandag asked three.

To what plans ask come the citizens whose mail does not arrive, and what is worth a look: where and
how heavy, never what it says (decision 32).
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer

WORTH = import_module("landfast.redthread.migrations.0003_who_settles").WORTH
ASKED = definer(
    "redthread_asked_of_holder",
    "holds uuid[], held uuid[], still date, today date",
    """returns table (what text, course_id uuid, about uuid, day date, who uuid, named text,
    need text, answer text, there text[], since timestamptz)
  language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  select p.* from plan_asked_of_holder(holds, still) p
  union all
  select 'mail', u.course_id, u.course_id, null, null, '', '', '', '{}', u.since
    from notices_unreached_courses() u
  union all
  select 'worth', f.course_id, f.id, null, null, '', f.severity::text, '', '{}', f.created_at
    from redthread_finding f
   where f.course_id = any (held) and f.closed_at is null and f.dismissed_at is null
     and (f.snoozed_until is null or f.snoozed_until <= today)
     and (f.contested_at is not null or (f.severity <> 'info' and f.rule <> 'RT-10'))
     and f.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[])
     and (f.course_id = any ((select access_known_scopes())::uuid[])
          or not access_left_behind(f.course_id, f.rests_from))
  order by 10, 3;
end $$""",
)


class Migration(migrations.Migration):
    """A function in the place of one."""

    dependencies = (
        ("redthread", "0007_signals"), ("plan", "0073_asked_with_names"),
        ("notices", "0031_taken_back"),
    )  # fmt: skip

    operations = (
        ASKED,
        migrations.RunSQL("drop function redthread_worth;", WORTH.sql),
    )
