"""What rests and what is worth a look stands in one place of the database, by the rule's words.

`rules/settling.py` says it; a house test asks both about everything there can be.
"""

from django.db import migrations

from landfast.access.protect import whole
from landfast.redthread.rules.settling import LATE_PROMISE
from landfast.redthread.rules.words import Severity

# no definer: it reads no table, and is taken into the question that asks it
IS_WORTH = migrations.RunSQL(
    f"""
create function redthread_is_worth(
  heavy text, code text, contested timestamptz, snoozed date, dismissed timestamptz, today date)
returns boolean language sql immutable parallel safe as $$
  select dismissed is null and (snoozed is null or snoozed <= today)
     and (contested is not null or heavy <> '{Severity.INFO}' and code <> '{LATE_PROMISE}')
$$;
grant execute on function redthread_is_worth to landfast_app, landfast_helper;
""",
    "drop function redthread_is_worth;",
)
ASKED = whole(
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
   where f.course_id = any (held) and f.closed_at is null
     and redthread_is_worth(
       f.severity, f.rule, f.contested_at, f.snoozed_until, f.dismissed_at, today)
     and f.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[])
     and (f.course_id = any ((select access_known_scopes())::uuid[])
          or not access_left_behind(f.course_id, f.rests_from))
  order by 10, 3;
end $$""",
)


class Migration(migrations.Migration):
    """The question, and who asks it."""

    dependencies = (("redthread", "0010_lighter"),)

    operations = (IS_WORTH, ASKED)
