"""Who was second, or covered, as a course ended is told that it did, as who held it is.

Their access ends in the same second too: it stood on no Mandag and in no list, and its address said
that there was no such page. And the second hears who has a course that was handed on.
"""

from django.db import migrations

from landfast.access.protect import inner, whole
from landfast.access.sql import ASKED_ALREADY, EMPLOYED, MY_UNIT, asked_already

KEYS = whole(
    "course_ended_keys",
    "",
    f"""returns table (course_id uuid, ended_at timestamptz, ending text)
  language plpgsql stable rows 3 as $$
declare
  {ASKED_ALREADY}
begin
  return query
  select c.id, max(h.ended_at), c.ending::text
    from (select b.course_id, b.starts_at, b.ended_at from course_coordinatorship b
           where b.person_id = me
          union all
          select g.scope_id, g.starts_at, g.ends_at from access_grant g
           where g.person_id = me and g.role in ('second', 'deputy')) h
    join course_course c on c.id = h.course_id
    join people_unit u on u.id = c.unit_id
   where h.ended_at > moment - interval '183 days' and h.ended_at <= moment
     and c.state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') and h.ended_at >= c.state_since
     and h.starts_at <= c.state_since and c.ending not in ('', 'joined')
     and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
     and exists (select from people_employment e join people_unit w on w.id = e.unit_id
                  where e.person_id = me and {asked_already(EMPLOYED)}
                    and w.organisation_id = u.organisation_id)
   group by c.id;
end $$""",
)
LIST = whole(
    "course_ended_mine",
    "wanted uuid[], page text",
    f"""returns table (course_id uuid, citizen text, ended_at timestamptz, ending text, unit text,
    leads text[], phones text[])
  language plpgsql volatile as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
begin
  return query
  with ended as materialized (
    select * from course_ended_keys() k where wanted is null or k.course_id = any (wanted)),
  told as (
    insert into access_look
      (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, kind)
    select uuidv7(), moment, k.course_id, me, {asked_already(MY_UNIT)},
           case when exists (select from course_coordinatorship b
                              where b.course_id = k.course_id and b.person_id = me
                                and b.ended_at = k.ended_at)
                then 'former_coordinator'
                else (select g.role from access_grant g
                       where g.scope_id = k.course_id and g.person_id = me
                         and g.role in ('second', 'deputy') and g.ends_at = k.ended_at
                       order by g.role desc limit 1) end,
           '', page, true, 'list'
      from ended k)
  select k.course_id, z.name::text, k.ended_at, k.ending, u.name::text,
         array_agg(p.name::text order by p.sort_key, p.id) filter (where p.id is not null),
         array_agg(p.phone::text order by p.sort_key, p.id) filter (where p.id is not null)
    from ended k join course_course c on c.id = k.course_id
    join course_citizen z on z.id = c.citizen_id join people_unit u on u.id = c.unit_id
    left join people_employment e on e.unit_id = u.id and e.role = 'daily_leader'
         and {asked_already(EMPLOYED)}
    left join people_person p on p.id = e.person_id
   group by k.course_id, z.name, k.ended_at, k.ending, u.name
   order by k.ended_at desc, k.course_id;
end $$""",
)
HEARD = """not exists (
       select from access_event e
        where e.scope_id = o.course_id and e.actor_id = me and e.kind = 'course.heard'
          and e.facts->>'about' = o.id::text)"""
WAITS = whole(
    "course_waits_for_holder",
    "me uuid, mine uuid[], today date",
    f"""returns setof access_waiting language sql stable as $$
  select 'offer', o.course_id, o.id, o.begins_on, o.offered_by_id, '', '', '{{}}'::text[],
         o.created_at, null::uuid
    from course_handover o
   where o.taker_id = me and o.state = 'offered'
     and (o.promised_at is null or o.begins_on <= today)
     and o.course_id = any ((select access_scopes_as(array['taker']))::uuid[])
  union all
  select 'cover_past', h.course_id, h.id, h.cover_until, null, '', '', '{{}}', h.cover_until, null
    from course_coordinatorship h
   where h.course_id = any (mine) and h.ended_at is null and h.cover_until < today
  union all
  select 'another', w.course_id, w.id, w.answer_by, null, '', '', '{{}}', w.answer_by, null
    from course_change_wish w
   where w.course_id = any (mine) and w.state = 'asked'
  union all
  select 'correction', k.course_id, k.id, null, null, '', '', '{{}}', k.created_at, null
    from course_correction k
   where k.course_id = any (mine) and k.state = 'asked'
  union all
  select 'ended', k.course_id, k.course_id, (k.ended_at at time zone 'Europe/Copenhagen')::date,
         null, '', k.ending, '{{}}', k.ended_at, k.course_id
    from course_ended_keys() k
   where (select exists (select from course_coordinatorship h
                          where h.person_id = me
                            and h.ended_at > access_now() - interval '14 days')
              or exists (select from access_grant g
                          where g.person_id = me and g.role in ('second', 'deputy')
                            and g.ends_at > access_now() - interval '14 days'
                            and g.ends_at <= access_now()))
     and k.ended_at > access_now() - interval '14 days'
     and not exists (
       select from access_event e
        where e.scope_id = k.course_id and e.actor_id = me
          and (e.kind = 'course.heard' and e.at >= k.ended_at
            or e.kind like 'course.ended.%' and e.at > k.ended_at - interval '5 minutes'))
  union all
  select 'second_eyes', d.course_id, d.id, (d.proposed_at at time zone 'Europe/Copenhagen')::date,
         d.proposed_by_id, '', d.outcome::text, '{{}}', d.proposed_at, null
    from course_decision d
   where d.confirmed_at is null and d.returned_at is null and d.proposed_by_id <> me
     and exists (select from access_my_posts_reach r
                  where r.scope_id = d.course_id and r.role = 'intake')
  union all
  select 'asked_over', o.course_id, o.id, o.begins_on, o.taker_id, '',
         (select p.name::text from people_person p where p.id = o.offered_by_id), '{{}}',
         o.created_at, o.id
    from course_handover o
   where o.course_id = any (mine) and o.state = 'offered'
     and me not in (o.offered_by_id, o.taker_id) and {HEARD}
  union all
  select 'handed', o.course_id, o.id, case when o.giver_id = me then o.overlap_until end,
         o.taker_id, '', '', '{{}}', o.answered_at, o.id
    from course_handover o
   where o.state = 'accepted' and o.answered_at > access_now() - interval '14 days'
     and (o.giver_id = me
          and o.course_id = any ((select access_scopes_as(array['former_coordinator']))::uuid[])
       or o.course_id = any ((select access_scopes_as(array['second']))::uuid[])
          and o.taker_id <> me and o.giver_id <> me)
     and {HEARD}
  union all
  select 'no_second', h.course_id, s.id, null, null, '', '', '{{}}', s.ended_at, null
    from course_coordinatorship h
    join lateral (select x.id, x.ended_at from course_second x where x.course_id = h.course_id
                   order by x.ended_at desc nulls first limit 1) s on s.ended_at is not null
   where h.course_id = any (mine) and h.person_id = me and h.ended_at is null
     and h.kind = 'coordinator'
$$""",
    made=inner,
)


class Migration(migrations.Migration):
    """Three functions anew; going back, they say what they said."""

    dependencies = (("course", "0142_gone_on"), ("access", "0121_browsed"))

    operations = (KEYS, LIST, WAITS)
