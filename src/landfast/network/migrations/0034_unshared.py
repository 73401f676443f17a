"""That she has stopped sharing with somebody outside is something to hear."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import inner, whole

BEFORE = import_module("landfast.network.migrations.0033_waits")
DONE = whole(
    "network_done_for_holder",
    "hers access_event[]",
    """returns setof access_waiting language sql stable as $$
  select 'no_seat', e.scope_id, e.object_id, null::date, null::uuid, s.need::text, s.answer::text,
         '{}'::text[], e.at, e.id
    from unnest(hers) e join network_seat s on s.id = e.object_id
   where e.kind = 'network.seat_answered' and s.answer in ('not_now', 'never')
  union all
  select 'left_out', e.scope_id, e.object_id, null,
         coalesce(e.facts->>'person', e.facts->>'recipient')::uuid, '', '', '{}', e.at, e.id
    from unnest(hers) e
   where e.kind in ('network.member_ended', 'consent.refused', 'consent.withdrawn')
     and not exists (select from consent_consent k where k.course_id = e.scope_id
                      and k.recipient_id::text = e.facts->>'recipient'
                      and k.state = 'given' and k.ended_at is null)
     and not exists (select from network_member n where n.course_id = e.scope_id
                      and n.person_id::text = e.facts->>'person' and n.until is null)
  union all
  select 'unshared', e.scope_id, e.object_id, null, s.person_id, '',
         coalesce(u.name, o.name, '')::text, '{}', e.at, e.id
    from unnest(hers) e join consent_share s on s.id = e.object_id
    left join people_unit u on u.id = s.unit_id
    left join people_organisation o on o.id = s.organisation_id
   where e.kind = 'consent.share_stopped'
     and not exists (select from consent_share n
                      where n.course_id = s.course_id and n.state = 'given' and n.ended_at is null
                        and (n.person_id, n.unit_id, n.organisation_id)
                          is not distinct from (s.person_id, s.unit_id, s.organisation_id))
$$""",
    inner,
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (("network", "0033_waits"), ("consent", "0083_place_on_her_map"))

    operations = (
        migrations.RunSQL(
            DONE.sql, BEFORE.DONE.sql.replace("create function", "create or replace function", 1)
        ),
    )
