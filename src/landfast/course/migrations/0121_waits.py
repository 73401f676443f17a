"""What a course itself asks of who holds it, or is to hold it, and what was done with it lately."""

from django.db import migrations

from landfast.access.protect import inner

WAITS = inner(
    "course_waits_for_holder",
    "me uuid, mine uuid[], today date",
    """returns setof access_waiting language sql stable as $$
  select 'offer', o.course_id, o.id, o.begins_on, o.offered_by_id, '', '', '{}'::text[],
         o.created_at, null::uuid
    from course_handover o
   where o.taker_id = me and o.state = 'offered'
     and (o.promised_at is null or o.begins_on <= today)
     and o.course_id = any ((select access_scopes_as(array['taker']))::uuid[])
  union all
  select 'cover_past', h.course_id, h.id, h.cover_until, null, '', '', '{}', h.cover_until, null
    from course_coordinatorship h
   where h.course_id = any (mine) and h.ended_at is null and h.cover_until < today
  union all
  select 'another', w.course_id, w.id, w.answer_by, null, '', '', '{}', w.answer_by, null
    from course_change_wish w
   where w.course_id = any (mine) and w.state = 'asked'
  union all
  select 'correction', k.course_id, k.id, null, null, '', '', '{}', k.created_at, null
    from course_correction k
   where k.course_id = any (mine) and k.state = 'asked'
  union all
  select 'ended', k.course_id, k.course_id, (k.ended_at at time zone 'Europe/Copenhagen')::date,
         null, '', k.ending, '{}', k.ended_at, k.course_id
    from course_ended_keys() k
   where (select exists (select from course_coordinatorship h
                          where h.person_id = me
                            and h.ended_at > access_now() - interval '14 days'))
     and k.ended_at > access_now() - interval '14 days'
     and not exists (
       select from access_event e
        where e.scope_id = k.course_id and e.actor_id = me
          and (e.kind = 'course.heard' and e.at >= k.ended_at
            or e.kind like 'course.ended.%' and e.at > k.ended_at - interval '5 minutes'))
  union all
  select 'second_eyes', d.course_id, d.id, (d.proposed_at at time zone 'Europe/Copenhagen')::date,
         d.proposed_by_id, '', d.outcome::text, '{}', d.proposed_at, null
    from course_decision d
   where d.confirmed_at is null and d.returned_at is null and d.proposed_by_id <> me
     and exists (select from access_my_posts_reach r
                  where r.scope_id = d.course_id and r.role = 'intake')
$$""",
)
DONE = inner(
    "course_done_for_holder",
    "me uuid, hers access_event[], done access_event[]",
    """returns setof access_waiting language sql stable as $$
  select 'paused', e.scope_id, e.object_id, c.review_on, null::uuid, '', '', '{}'::text[],
         e.at, e.id
    from unnest(hers) e join course_course c on c.id = e.scope_id
   where e.kind = 'course.moved.paused' and c.state = 'BERO'
  union all
  select 'resumed', e.scope_id, e.object_id, null, null, '', '', '{}', e.at, e.id
    from unnest(hers) e join course_course c on c.id = e.scope_id
   where e.kind = 'course.went_on' and c.state <> 'BERO'
  union all
  select 'appointed', e.scope_id, e.object_id, null, null, '', '', '{}', e.at, e.id
    from unnest(done) e
   where e.kind = 'coordinator.appointed' and e.facts->>'person' = me::text
$$""",
)


class Migration(migrations.Migration):
    """Two functions more."""

    dependencies = (("course", "0120_heard_is_no_act"), ("access", "0115_waiting"))

    operations = (WAITS, DONE)
