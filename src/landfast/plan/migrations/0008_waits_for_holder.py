"""What waits for who holds courses, in one question: Monday asked four.

And the last change of many agreements is read from the index alone.

The function runs as who asks, so that each table's policies hold. Which of a citizen's answers
ask for somebody, and whether a seat is empty, the network's rules decide.
"""

import django.db.models.deletion
from django.db import migrations, models

WAITS = migrations.RunSQL(
    """
create function plan_waits_for_holder(wanted uuid[])
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
revoke execute on function plan_waits_for_holder from public;
grant execute on function plan_waits_for_holder to landfast_app, landfast_owner;
""",
    "drop function plan_waits_for_holder;",
)


class Migration(migrations.Migration):
    """One function, and an index with the course in it."""

    dependencies = (
        ("plan", "0007_while_employed"),
        ("course", "0012_while_employed"),
        ("network", "0004_seats"),
    )

    operations = (
        WAITS,
        migrations.RemoveIndex("agreementchange", "changes_of_agreement"),
        migrations.AlterField(
            "agreementchange", "agreement",
            models.ForeignKey(
                "plan.agreement", django.db.models.deletion.RESTRICT,
                db_index=False, related_name="changes",
            ),
        ),
        migrations.AddIndex(
            "agreementchange",
            models.Index(
                fields=("agreement", "at"), include=("course",), name="changes_of_agreement"
            ),
        ),
    )  # fmt: skip
