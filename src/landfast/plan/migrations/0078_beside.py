"""Her yes to somebody beside those who help already waits for who holds the course (B4).

It waits while none of the roles that she was asked about is at the table. What she keeps to herself
of her family is not told by a task that goes away.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY, asked_already

BEFORE, PROMISED = (
    import_module(f"landfast.plan.migrations.{name}")
    for name in ("0070_counted_unseen", "0075_promised_for_a_day")
)
OF_COURSE = """select 'cover_past', h.course_id, h.id, h.cover_until, null, '', '', '{}', h.cover_until
      from course_coordinatorship h
     where h.course_id = any (mine) and h.ended_at is null and h.cover_until < access_today()
    union all
    select 'another', w.course_id, w.id, w.answer_by, null, '', '', '{}', w.answer_by
      from course_change_wish w
     where w.course_id = any (mine) and w.state = 'asked'
    union all
    select 'correction', k.course_id, k.id, null, null, '', '', '{}', k.created_at
      from course_correction k
     where k.course_id = any (mine) and k.state = 'asked'
    union all
    select case when s.beside = '[]' then 'seat' else 'beside' end, s.course_id, s.id, null, null,
           s.need, s.answer,
           array(select m.role::text from network_member m
                  where m.course_id = s.course_id and m.until is null), s.answered_at
      from network_seat s
     where s.course_id = any (mine)
       and not exists (select from network_member m
                        where m.course_id = s.course_id and m.until is null and s.beside ? m.role)
       and not (s.beside ? 'relative' and exists (
             select from network_relation r
              where r.course_id = s.course_id and r.sphere = 'family' and not r.only_mine
                and r.removed_on is null))
    union all
    select 'still', c.id, c.id, still, null, '', '', '{}', c.state_since
      from course_course c
     where c.id = any (mine) and c.state = 'AKTIV' and c.state_since < still
       and not exists (select from plan_agreement_change x
                        where x.course_id = c.id and x.at >= still)"""
ASKED = whole(
    "plan_asked_of_holder",
    "held uuid[], still date",
    f"""returns table (what text, course_id uuid, about uuid, day date, who uuid, named text,
    need text, answer text, there text[], since timestamptz)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
  {KNOWN_ALREADY}
  mine constant uuid[] := access_threads(held);
begin
  return query
  select f.what, f.course_id, f.about, f.day, f.who, coalesce(p.name, '')::text, f.need::text,
         f.answer::text, f.there, f.since
    from ({asked_already(PROMISED.OFFER)}
    union all
    {asked_already(OF_COURSE)}
    union all
    {asked_already(BEFORE.OF_LEADERS)}
  ) f left join people_person p on p.id = f.who and p.kind <> 'citizen'
  order by f.since, f.about;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew; going back, it is what it was."""

    dependencies = (
        ("plan", "0077_room_for_what_is_told"), ("network", "0031_beside_answers"),
    )  # fmt: skip

    operations = (migrations.RunSQL(ASKED.sql, PROMISED.ASKED.sql),)
