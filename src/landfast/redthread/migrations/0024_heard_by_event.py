"""What waits for who holds courses, in one question: with what others did, and a row's own event.

Who holds the threads is asked alone: no name of the citizen's, and nothing of it is read before the
log. What she did is there until the one who looks has done something with the same thing, or put
that very event away (`course.heard`), and a fortnight at most: what she did next is not put away
with it. The name is new: `redthread_asked_of_holder` stays as the version before wrote it, for its
processes that still run; a later version drops it.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import definer

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
          and s.kind <> 'course.heard'
          and (s.object_id = e.object_id or e.kind = 'coordinator.appointed'
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
  select case h.attends when 'not_today' then 'cannot_come' else 'otherwise' end, l.*,
         (m.starts_at at time zone 'Europe/Copenhagen')::date, null, '', h.attends::text
    from lately l join meetings_meeting m on m.id = l.object_id
    join meetings_coming h on h.meeting_id = m.id
   where l.kind = 'meeting.citizen_attends' and h.attends <> 'in_person'
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
SHOWN = f"""select d.what, d.scope_id, d.object_id, d.day, d.who, coalesce(p.name, '')::text,
       d.need, d.answer,
       case when d.what = 'cannot_come' then array(
         select q.name::text from meetings_participant x join people_person q on q.id = x.person_id
          where x.meeting_id = d.object_id and x.reply = 'declined' and q.kind = 'staff'
          order by q.sort_key, q.id) else '{{}}' end,
       d.at, d.id
  from (select distinct on (n.what, n.object_id, n.who) n.* from ({DONE}) n
         order by n.what, n.object_id, n.who, n.at desc) d
  left join people_person p on p.id = d.who and p.kind = 'staff'
 where not exists (
   select from access_event s
    where s.scope_id = d.scope_id and s.at > d.at and s.actor_id = me
      and s.kind = 'course.heard' and s.facts->>'about' = d.id::text)"""
WORTH = """select 'worth', f.course_id, f.id, null, null, '', f.severity::text, f.rule::text, '{}',
         f.created_at, null
    from redthread_finding f
   where f.course_id = any (held) and f.closed_at is null
     and redthread_is_worth(
       f.severity, f.rule, f.contested_at, f.snoozed_until, f.dismissed_at, today)
     and f.course_id = any (written)
     and (f.course_id = any (known)
          or not access_left_behind(f.course_id, f.rests_from))"""
LEFT = """select 'left', m.course_id, m.id, m.leaves_on, m.person_id, p.name::text, '',
         case when m.waits_at is null then '' else 'waits' end, '{}'::text[],
         (m.leaves_on + 1)::timestamp at time zone 'Europe/Copenhagen', null::uuid
    from network_member m join people_person p on p.id = m.person_id
   where m.course_id = any (held) and m.until is null and m.leaves_on < today
     and m.course_id = any (written)"""
ENDED = """select 'ended', k.course_id, k.course_id,
           (k.ended_at at time zone 'Europe/Copenhagen')::date, null::uuid, '', '', k.ending,
           '{}'::text[], k.ended_at, k.course_id
      from course_ended_keys() k
     where k.ended_at > access_now() - interval '14 days'
       and not exists (
         select from access_event e
          where e.scope_id = k.course_id and e.actor_id = me
            and (e.kind = 'course.heard' and e.at >= k.ended_at
              or e.kind like 'course.ended.%' and e.at > k.ended_at - interval '5 minutes'))"""
SECOND_EYES = """select 'second_eyes', d.course_id, d.id,
           (d.proposed_at at time zone 'Europe/Copenhagen')::date, d.proposed_by_id,
           p.name::text, '', d.outcome::text, '{}'::text[], d.proposed_at, null::uuid
      from course_decision d join people_person p on p.id = d.proposed_by_id
     where d.confirmed_at is null and d.returned_at is null and d.proposed_by_id <> me
       and exists (select from access_my_posts_reach r
                    where r.scope_id = d.course_id and r.role = 'intake')
     order by d.proposed_at, d.id"""
WAITS = definer(
    "redthread_waits_for_holder",
    "holds uuid[], held uuid[], still date, today date",
    f"""returns table (what text, course_id uuid, about uuid, day date, who uuid, named text,
    need text, answer text, there text[], since timestamptz, event uuid)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  me constant uuid := access_actor();
  mine uuid[];
  known constant uuid[] := access_known_scopes();
  written constant uuid[] := access_my_scopes('whole', 'write');
begin
  return query
  select p.*, null::uuid from plan_asked_of_holder(holds, still) p
  union all
  select 'mail', u.course_id, u.course_id, null, null, '', '', '', '{{}}', u.since, null
    from notices_unreached_courses() u
  union all
  {WORTH}
  order by 10, 3;
  if exists (select from access_event e where e.scope_id = any (held) and {TO_HEAR}) then
    mine := access_threads(held);
    return query {SHOWN};
  end if;
  return query {LEFT};
  if exists (select from course_coordinatorship h
              where h.person_id = me and h.ended_at > access_now() - interval '14 days') then
    return query {ENDED};
  end if;
  if exists (select from course_decision d
              where d.confirmed_at is null and d.returned_at is null
                and d.proposed_by_id <> me) then
    return query {SECOND_EYES};
  end if;
end $$""",
)


class Migration(migrations.Migration):
    """One function more; going back, it is gone."""

    dependencies = (
        ("redthread", "0023_how_she_comes"), ("meetings", "0099_how_she_comes"),
        ("plan", "0078_beside"), ("consent", "0083_place_on_her_map"), ("course", "0117_ended"),
        ("network", "0032_rather_waits"),
    )  # fmt: skip

    operations = (WAITS,)
