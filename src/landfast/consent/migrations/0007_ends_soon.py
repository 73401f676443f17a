"""A share that ends soon leaves one event: the citizen is told that there is news, and no more."""

from django.db import migrations

from landfast.access.protect import definer, helper_may

REMIND = definer(
    "consent_remind_of_ending",
    "seen_at timestamptz, within int",
    """returns int language sql volatile as $$
  with soon as (
    select s.id, s.course_id from consent_share s
     where s.state = 'given' and s.ends_at > access_now()
       and s.ends_at <= access_now() + make_interval(days => within)
       and not exists (select from access_event e
                        where e.scope_id = s.course_id and e.kind = 'consent.share_ends_soon'
                          and e.object_id = s.id)
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), seen_at, 'consent.share_ends_soon', course_id, 'whole', 'consent_share', id,
           '{}' from soon
    returning 1)
  select count(*)::int from told
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("consent", "0006_topics"), ("access", "0010_looks_before_a_course"))

    operations = (helper_may("consent_share", "select"), REMIND)
