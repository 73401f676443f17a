"""What leaders answered, whose maker is away, and a plan that stands still wait for the holder too.

Written whole: the function stands in 0008. It runs as who asks, so that each table's policies hold.
"""

from django.db import migrations

ASKED = "d.answered_at is null and d.withdrawn_at is null"
LAST = """(select d.answered_at, d.answer from plan_decision_ask d
      where d.agreement_id = a.id and d.about = 'grant' and d.answered_at is not null
      order by d.answered_at desc limit 1)"""
WAITS = f"""
create function plan_waits_for_holder(wanted uuid[], still date)
  returns table (what text, course_id uuid, about uuid, day date, words text, named text,
                 there text[])
  language sql stable as $$
  select what, course_id, about, day, words, named, there from (
    select 'offer' as what, o.course_id, o.id as about, null::date as day, p.name as words,
           z.name as named, '{{}}'::text[] as there, o.created_at as since
      from course_handover o
      join course_course c on c.id = o.course_id
      join course_citizen z on z.id = c.citizen_id
      join people_person p on p.id = o.offered_by_id
     where o.taker_id = (select access_actor()) and o.state = 'offered'
    union all
    select 'cover_past', h.course_id, h.id, h.cover_until, '', '', '{{}}', h.cover_until
      from course_coordinatorship h
     where h.course_id = any (wanted) and h.ended_at is null and h.cover_until < access_today()
    union all
    select 'another', w.course_id, w.id, w.answer_by, '', '', '{{}}', w.answer_by
      from course_change_wish w
     where w.course_id = any (wanted) and w.state = 'asked'
    union all
    select 'correction', k.course_id, k.id, null, '', '', '{{}}', k.created_at
      from course_correction k
     where k.course_id = any (wanted) and k.state = 'asked'
    union all
    select 'anew', a.course_id, a.id, a.due_on, a.text, '', '{{}}', a.due_on
      from plan_without_maker(wanted) a
    union all
    select 'seat', s.course_id, s.id, null, s.need, s.answer,
           array(select m.role from network_member m
                  where m.course_id = s.course_id and m.until is null), s.answered_at
      from network_seat s
     where s.course_id = any (wanted)
    union all
    select case l.answer when 'yes' then 'granted' else 'refused' end, a.course_id, a.id,
           (l.answered_at at time zone 'Europe/Copenhagen')::date, a.text, '', '{{}}',
           l.answered_at
      from plan_agreement a cross join lateral {LAST} l
     where a.course_id = any (wanted) and a.state in ('proposed', 'accepted', 'started')
       and case l.answer when 'yes' then a.mandate <> 'clear'
             else a.talked_on is null
               or a.talked_on < (l.answered_at at time zone 'Europe/Copenhagen')::date end
    union all
    select 'undecided', d.course_id, d.agreement_id,
           (d.answer_by at time zone 'Europe/Copenhagen')::date, a.text, p.name, '{{}}', d.answer_by
      from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
      join people_person p on p.id = d.decider_id
     where d.course_id = any (wanted) and {ASKED} and d.answer_by < access_now()
    union all
    select 'away', a.course_id, a.id, a.due_on, a.text, p.name, '{{}}', a.due_on
      from plan_agreement a join people_leave l on l.person_id = a.maker_id
      join people_person p on p.id = a.maker_id
     where a.course_id = any (wanted) and a.state in ('accepted', 'started')
       and l.starts_on <= access_today() and (l.ends_on is null or l.ends_on >= a.due_on)
       and (l.ends_on is null or l.ends_on >= access_today())
       and (a.talked_on is null or a.talked_on < l.starts_on)
    union all
    select 'still', c.id, c.id, still, '', '', '{{}}', c.state_since
      from course_course c
     where c.id = any (wanted) and c.state = 'AKTIV' and c.state_since < still
       and not exists (select from plan_agreement_change x
                        where x.course_id = c.id and x.at >= still)
  ) found
  order by since, about
$$;
revoke execute on function plan_waits_for_holder(uuid[], date) from public;
grant execute on function plan_waits_for_holder(uuid[], date) to landfast_app, landfast_owner;
"""


class Migration(migrations.Migration):
    """The function beside the one that stands: an older process goes on asking that one."""

    dependencies = (("plan", "0067_reminders"), ("course", "0091_list_alike"))

    operations = (migrations.RunSQL(WAITS, "drop function plan_waits_for_holder(uuid[], date);"),)
