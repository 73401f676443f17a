"""What waits for who holds courses names the employee who asks, or was asked (decision 32).

Who works here is looked up by everybody; a citizen is never named before the list is logged. And
what Mandag no longer asks is gone: no process can be older than the first release.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY, asked_already

BEFORE, WAITS, OUTSIDE, WAITED = (
    import_module(f"landfast.plan.migrations.{name}")
    for name in ("0070_counted_unseen", "0068_what_leaders_said", "0060_outside",
                 "0008_waits_for_holder")
)  # fmt: skip
ASKED = definer(
    "plan_asked_of_holder",
    "held uuid[], still date",
    f"""returns table (what text, course_id uuid, about uuid, day date, who uuid, named text,
    need text, answer text, there text[], since timestamptz)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
  {KNOWN_ALREADY}
  mine constant uuid[] := access_threads(held);
begin
  return query
  select f.what, f.course_id, f.about, f.day, f.who, coalesce(p.name, '')::text, f.need::text,
         f.answer::text, f.there, f.since
    from ({asked_already(BEFORE.OFFER)}
    union all
    {asked_already(BEFORE.OF_COURSE)}
    union all
    {asked_already(BEFORE.OF_LEADERS)}
  ) f left join people_person p on p.id = f.who and p.kind <> 'citizen'
  order by f.since, f.about;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew, three that go."""

    dependencies = (("plan", "0072_watched_by_day"), ("people", "0055_calendars"))

    operations = (
        migrations.RunSQL("drop function plan_asked_of_holder;", BEFORE.ASKED.sql),
        ASKED,
        migrations.RunSQL("drop function plan_waits_for_holder(uuid[], date);", WAITS.WAITS),
        migrations.RunSQL("drop function plan_waits_for_holder(uuid[]);", WAITED.WAITS.sql),
        migrations.RunSQL("drop function plan_without_maker;", OUTSIDE.WITHOUT_MAKER.sql),
    )
