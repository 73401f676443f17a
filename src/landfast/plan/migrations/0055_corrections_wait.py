"""What a citizen wants corrected waits for who holds the course, as everything else that does."""

from django.db import migrations

WAITS = migrations.RunSQL(
    """
create or replace function plan_waits_for_holder(wanted uuid[])
  returns table (what text, course_id uuid, about uuid, day date, words text, named text,
                 there text[])
  language sql stable as $$
  select what, course_id, about, day, words, named, there from (
    select 'offer' as what, o.course_id, o.id as about, null::date as day, p.name as words,
           z.name as named, '{}'::text[] as there, o.created_at as since
      from course_handover o
      join course_course c on c.id = o.course_id
      join course_citizen z on z.id = c.citizen_id
      join people_person p on p.id = o.offered_by_id
     where o.taker_id = (select access_actor()) and o.state = 'offered'
    union all
    select 'cover_past', h.course_id, h.id, h.cover_until, '', '', '{}', h.cover_until
      from course_coordinatorship h
     where h.course_id = any (wanted) and h.ended_at is null and h.cover_until < access_today()
    union all
    select 'another', w.course_id, w.id, w.answer_by, '', '', '{}', w.answer_by
      from course_change_wish w
     where w.course_id = any (wanted) and w.state = 'asked'
    union all
    select 'correction', k.course_id, k.id, null, '', '', '{}', k.created_at
      from course_correction k
     where k.course_id = any (wanted) and k.state = 'asked'
    union all
    select 'anew', a.course_id, a.id, a.due_on, a.text, '', '{}', a.due_on
      from plan_without_maker(wanted) a
    union all
    select 'seat', s.course_id, s.id, null, s.need, s.answer,
           array(select m.role from network_member m
                  where m.course_id = s.course_id and m.until is null), s.answered_at
      from network_seat s
     where s.course_id = any (wanted)
  ) found
  order by since, about
$$;
""",
    migrations.RunSQL.noop,
)


class Migration(migrations.Migration):
    """One function, written anew and whole; going back keeps it."""

    dependencies = (("plan", "0051_questions_go_along"), ("course", "0091_list_alike"))

    operations = (WAITS,)
