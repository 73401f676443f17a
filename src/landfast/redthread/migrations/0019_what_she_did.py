"""What a citizen has done that who holds her course must know, in the same question as the rest.

Who holds the threads is asked alone: no name of hers, and nothing of it is read before the log. A
row is there until the one who looks has done something with the same thing, or put it away
(`course.heard`), and a fortnight at most.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.redthread.migrations.0011_worth_by_the_rule")
KINDS = import_module("landfast.redthread.migrations.0018_to_hear_of").KINDS
TO_HEAR = f"""e.at > access_now() - interval '14 days'
     and e.kind in ({KINDS}) and e.actor_id <> me"""
LATELY = f"""select e.id, e.kind, e.scope_id, e.object_id, e.actor_id, e.at, e.facts,
         e.actor_id = z.person_id as is_hers, c.state as stands, c.review_on
    from access_event e
    join course_course c on c.id = e.scope_id
    join course_citizen z on z.id = c.citizen_id
   where e.scope_id = any (mine) and {TO_HEAR}
     and (e.scope_id = any (known) or not access_left_behind(e.scope_id, e.at))
     and not exists (
       select from access_event s
        where s.scope_id = e.scope_id and s.at > e.at and s.actor_id = me
          and (s.object_id = e.object_id or s.facts->>'about' = e.object_id::text
               or e.kind = 'coordinator.appointed'
               or e.kind = 'meeting.cancelled' and s.kind = 'meeting.opened'))"""
DONE = f"""with lately as materialized ({LATELY})
  select 'paused' as what, l.*, l.review_on as day, null::uuid as who, '' as need, '' as answer
    from lately l where l.kind = 'course.moved.paused' and l.is_hers and l.stands = 'BERO'
  union all
  select 'resumed', l.*, null, null, '', ''
    from lately l where l.kind = 'course.went_on' and l.is_hers and l.stands <> 'BERO'
  union all
  select 'cancelled', l.*, (m.starts_at at time zone 'Europe/Copenhagen')::date, null, '', ''
    from lately l join meetings_meeting m on m.id = l.object_id
   where l.kind = 'meeting.cancelled' and l.is_hers
  union all
  select case m.attends when 'not_today' then 'cannot_come' else 'otherwise' end, l.*,
         (m.starts_at at time zone 'Europe/Copenhagen')::date, null, '', m.attends::text
    from lately l join meetings_meeting m on m.id = l.object_id
   where l.kind = 'meeting.citizen_attends' and m.attends <> 'in_person'
     and m.state in ('preparing', 'called')
     and (m.starts_at is null or (m.starts_at at time zone 'Europe/Copenhagen')::date >= today)
  union all
  select 'no_guest', l.*, null, (l.facts->>'person')::uuid, '', ''
    from lately l where l.kind = 'meeting.participant_removed' and l.is_hers
     and l.facts->>'person' is not null
  union all
  select 'no_seat', l.*, null, null, s.need::text, s.answer::text
    from lately l join network_seat s on s.id = l.object_id
   where l.kind = 'network.seat_answered' and l.is_hers and s.answer in ('not_now', 'never')
  union all
  select 'left_out', l.*, null, coalesce(l.facts->>'person', l.facts->>'recipient')::uuid, '', ''
    from lately l
   where l.kind in ('network.member_ended', 'consent.refused', 'consent.withdrawn') and l.is_hers
     and not exists (select from consent_consent k where k.course_id = l.scope_id
                      and k.recipient_id::text = l.facts->>'recipient'
                      and k.state = 'given' and k.ended_at is null)
     and not exists (select from network_member n where n.course_id = l.scope_id
                      and n.person_id::text = l.facts->>'person' and n.until is null)
  union all
  select 'said_no', l.*, null, l.actor_id, '', ''
    from lately l join plan_agreement a on a.id = l.object_id
   where l.kind = 'plan.agreement_decline' and a.state = 'declined'
  union all
  select 'appointed', l.*, null, null, '', ''
    from lately l where l.kind = 'coordinator.appointed' and l.facts->>'person' = me::text"""
SHOWN = f"""select distinct on (d.what, d.object_id)
       d.what, d.scope_id, d.object_id, d.day, d.who, coalesce(p.name, '')::text, d.need, d.answer,
       case when d.what = 'cannot_come' then array(
         select q.name::text from meetings_participant x join people_person q on q.id = x.person_id
          where x.meeting_id = d.object_id and x.reply = 'declined' and q.kind = 'staff'
          order by q.sort_key, q.id) else '{{}}' end,
       d.at
  from ({DONE}) d left join people_person p on p.id = d.who and p.kind = 'staff'
 order by d.what, d.object_id, d.at desc"""
BODY = f"""returns table (what text, course_id uuid, about uuid, day date, who uuid, named text,
    need text, answer text, there text[], since timestamptz)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  me constant uuid := access_actor();
  mine uuid[];
  known constant uuid[] := access_known_scopes();
begin
  return query
  select p.* from plan_asked_of_holder(holds, still) p
  union all
  select 'mail', u.course_id, u.course_id, null, null, '', '', '', '{{}}', u.since
    from notices_unreached_courses() u
  union all
  select 'worth', f.course_id, f.id, null, null, '', f.severity::text, '', '{{}}', f.created_at
    from redthread_finding f
   where f.course_id = any (held) and f.closed_at is null
     and redthread_is_worth(
       f.severity, f.rule, f.contested_at, f.snoozed_until, f.dismissed_at, today)
     and f.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[])
     and (f.course_id = any (known)
          or not access_left_behind(f.course_id, f.rests_from))
  order by 10, 3;
  if exists (select from access_event e where e.scope_id = any (held) and {TO_HEAR}) then
    mine := access_threads(held);
    return query {SHOWN};
  end if;
end $$"""
ASKED = whole(
    "redthread_asked_of_holder", "holds uuid[], held uuid[], still date, today date", BODY
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (
        ("redthread", "0018_to_hear_of"), ("meetings", "0097_my_meetings"), ("plan", "0078_beside"),
        ("consent", "0083_place_on_her_map"), ("course", "0115_signs_meeting"),
    )  # fmt: skip

    operations = (migrations.RunSQL(ASKED.sql, BEFORE.ASKED.sql),)
