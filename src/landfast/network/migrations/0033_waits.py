"""What the team asks of who holds the course: a seat to fill, a helper who should have left."""

from django.db import migrations

from landfast.access.protect import inner

WAITS = inner(
    "network_waits_for_holder",
    "mine uuid[], held uuid[], today date",
    """returns setof access_waiting language sql stable as $$
  select case when s.beside = '[]' then 'seat' else 'beside' end, s.course_id, s.id, null::date,
         null::uuid, s.need::text, s.answer::text,
         array(select m.role::text from network_member m
                where m.course_id = s.course_id and m.until is null), s.answered_at, null::uuid
    from network_seat s
   where s.course_id = any (mine)
     and not exists (select from network_member m
                      where m.course_id = s.course_id and m.until is null and s.beside ? m.role)
     and not (s.beside ? 'relative' and exists (
           select from network_relation r
            where r.course_id = s.course_id and r.sphere = 'family' and not r.only_mine
              and r.removed_on is null))
  union all
  select 'left', m.course_id, m.id, m.leaves_on, m.person_id, '',
         case when m.waits_at is null then '' else 'waits' end, '{}',
         (m.leaves_on + 1)::timestamp at time zone 'Europe/Copenhagen', null
    from network_member m
   where m.course_id = any (held) and m.until is null and m.leaves_on < today
$$""",
)
DONE = inner(
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
$$""",
)


class Migration(migrations.Migration):
    """Two functions more."""

    dependencies = (
        ("network", "0032_rather_waits"), ("consent", "0083_place_on_her_map"),
        ("access", "0115_waiting"),
    )  # fmt: skip

    operations = (WAITS, DONE)
