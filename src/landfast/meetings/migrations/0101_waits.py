"""What the citizen has done with the meetings, for who holds the course."""

from django.db import migrations

from landfast.access.protect import inner

DONE = inner(
    "meetings_done_for_holder",
    "hers access_event[], today date",
    """returns setof access_waiting language sql stable as $$
  select 'cancelled', e.scope_id, e.object_id,
         (m.starts_at at time zone 'Europe/Copenhagen')::date, null::uuid, '', '', '{}'::text[],
         e.at, e.id
    from unnest(hers) e join meetings_meeting m on m.id = e.object_id
   where e.kind = 'meeting.cancelled'
  union all
  select case h.attends when 'not_today' then 'cannot_come' else 'otherwise' end, e.scope_id,
         e.object_id, (m.starts_at at time zone 'Europe/Copenhagen')::date, null, '',
         h.attends::text,
         case h.attends when 'not_today' then array(
           select q.name::text from meetings_participant x
             join people_person q on q.id = x.person_id
            where x.meeting_id = m.id and x.reply = 'declined' and q.kind = 'staff'
            order by q.sort_key, q.id) else '{}' end, e.at, e.id
    from unnest(hers) e join meetings_meeting m on m.id = e.object_id
    join meetings_coming h on h.meeting_id = m.id
   where e.kind = 'meeting.citizen_attends' and h.attends <> 'in_person'
     and m.state in ('preparing', 'called')
     and (m.starts_at is null or (m.starts_at at time zone 'Europe/Copenhagen')::date >= today)
  union all
  select 'no_guest', e.scope_id, e.object_id, null, (e.facts->>'person')::uuid, '', '', '{}',
         e.at, e.id
    from unnest(hers) e
   where e.kind = 'meeting.participant_removed' and e.facts->>'person' is not null
$$""",
)


class Migration(migrations.Migration):
    """One function more."""

    dependencies = (("meetings", "0100_kept_was_carried"), ("access", "0115_waiting"))

    operations = (DONE,)
