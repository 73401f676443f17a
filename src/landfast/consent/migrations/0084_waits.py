"""That a course was read in an emergency is told to who holds it: as a key, for a week (F4)."""

from django.db import migrations

from landfast.access.protect import inner

WAITS = inner(
    "consent_waits_for_holder",
    "me uuid, looked uuid[]",
    """returns setof access_waiting language sql stable as $$
  select 'emergency', e.course_id, e.id, null::date, e.person_id, '', '', '{}'::text[],
         e.opened_at, null::uuid
    from consent_emergency e
   where e.course_id = any (looked) and e.person_id <> me
     and e.opened_at > access_now() - interval '7 days'
$$""",
)


class Migration(migrations.Migration):
    """One function more."""

    dependencies = (("consent", "0083_place_on_her_map"), ("access", "0115_waiting"))

    operations = (WAITS,)
