"""Everybody's channel is their own; leaders see who cannot be reached; only the jobs read events."""

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect_by

OWN = "person_id = access_actor()"
JOBS = "session_user = 'landfast_jobs'"
LED_BY_ME = """state = 'dead' and exists (select from people_employment e
  where e.person_id = notices_delivery.person_id
    and (e.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])
      or e.unit_id::text || ':leader' = any ((select access_my_posts())::text[])))"""

# Events are about citizens: no page may read them this way, whatever it was tricked into.
CLAIM = definer(
    "notices_claim",
    "most int",
    """returns table (event_id uuid, kind text, happened_at timestamptz, actor_id uuid,
  facts jsonb, citizen uuid, holders uuid[]) language sql volatile as $$
  with claimed as (
    update access_event set handled_at = access_now()
     where session_user = 'landfast_jobs' and id in (
       select id from access_event where handled_at is null
        order by id limit most for update skip locked)
    returning id, access_event.kind, at, access_event.actor_id, access_event.facts, scope_id)
  select c.id, c.kind, c.at, c.actor_id, c.facts,
    (select g.person_id from access_grant g
      where g.scope_id = c.scope_id and g.role = 'citizen' and g.person_id is not null
        and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
      limit 1),
    array(select distinct g.person_id from access_grant g
      where g.scope_id = c.scope_id and g.role in ('coordinator', 'cover', 'deputy')
        and g.person_id is not null
        and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now()))
    from claimed c
$$""",
)

FORGET = definer(
    "notices_forget",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from notices_delivery where ended_at < access_now() - interval '90 days' returning id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("notices", "0001_initial"), ("access", "0010_looks_before_a_course"))

    operations = (
        protect_by(
            "notices_channel",
            select=f"{OWN} or {JOBS}",
            insert=OWN,
            update=f"{OWN} or {JOBS}",
        ),
        protect_by(
            "notices_delivery",
            select=f"{OWN} or {JOBS} or {LED_BY_ME}",
            insert=f"{OWN} or {JOBS}",
            update=JOBS,
        ),
        helper_may("notices_delivery", "select, delete"),
        helper_may("access_event", "update"),
        CLAIM,
        FORGET,
    )
