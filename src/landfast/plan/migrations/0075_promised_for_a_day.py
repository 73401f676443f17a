"""Who has said yes to take a course over on a day is asked again when the day is there (B6)."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY, asked_already

BEFORE = import_module("landfast.plan.migrations.0070_counted_unseen")
OFFER = """select 'offer' as what, o.course_id, o.id as about, o.begins_on as day,
           o.offered_by_id as who, '' as need, '' as answer, '{}'::text[] as there,
           o.created_at as since
      from course_handover o
     where o.taker_id = (select access_actor()) and o.state = 'offered'
       and (o.promised_at is null or o.begins_on <= access_today())
       and o.course_id = any ((select access_scopes_as(array['taker']))::uuid[])"""
ASKED = whole(
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
    from ({asked_already(OFFER)}
    union all
    {asked_already(BEFORE.OF_COURSE)}
    union all
    {asked_already(BEFORE.OF_LEADERS)}
  ) f left join people_person p on p.id = f.who and p.kind <> 'citizen'
  order by f.since, f.about;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew."""

    dependencies = (("plan", "0074_lighter_still"), ("course", "0106_announced"))

    operations = (ASKED,)
