"""The code on her card, and whether the copy on her telephone still stands.

Two questions that nobody has to be signed in for. The first needs the code, which the server signs;
it logs, tells, and answers with those who are to be rung and nothing of the citizen. The second
answers yes or no to who has the proof of a copy.
"""

from django.db import migrations, models

from landfast.access.protect import definer
from landfast.access.rules import BY_CARD
from landfast.course.rules.card import PAGE, TOLD_AGAIN
from landfast.course.rules.states import OVER

ENDED = ", ".join(f"'{state.value}'" for state in sorted(OVER))
TOLD = f"interval '{int(TOLD_AGAIN.total_seconds())} seconds'"

OPENED = definer(
    "course_card_opened",
    "wanted uuid",
    f"""returns table (unit uuid, place int, who uuid, name text, phone text, covers boolean)
  language plpgsql volatile as $$
declare
  moment constant timestamptz := access_now();
  held record;
begin
  select k.id, k.unit_id, c.person_id into held
    from course_profile p join course_course k on k.id = p.course_id
    join course_citizen c on c.id = k.citizen_id
   where p.card_code = wanted and k.state not in ({ENDED})
   for update of p;
  if not found then return; end if;
  insert into access_look (id, at, scope_id, person_id, role, ground, what, allowed, kind)
  values (uuidv7(), moment, held.id, held.person_id, '{BY_CARD}', '', '{PAGE}', true, 'search');
  if not exists (select from access_event e where e.scope_id = held.id and e.kind = 'card.opened'
                  and e.at > moment - {TOLD}) then
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), moment, 'card.opened', held.id, 'whole', null, 'course_course', held.id, '{{}}');
  end if;
  return query
  select held.unit_id, h.place, p.id, p.name::text, p.phone::text, h.kind = 'cover' from (
      select 1 as place, o.person_id, o.kind from course_coordinatorship o
       where o.course_id = held.id and o.ended_at is null
      union all (select 2, d.person_id, '' from course_deputyship d
       where d.course_id = held.id and access_today() between d.starts_on and d.ends_on
       order by d.created_at desc limit 1)
      union all select 3, s.person_id, '' from course_second s
       where s.course_id = held.id and s.ended_at is null) h
    join people_person p on p.id = h.person_id order by h.place;
  if not found then
    return query select held.unit_id, 0, null::uuid, '', '', false;
  end if;
end $$""",
)

STANDS = definer(
    "course_copy_stands",
    "sitting uuid, course uuid",
    f"""returns boolean language sql stable as $$
  select exists (select from login_sitting s
     join course_citizen c on c.person_id = s.person_id
     join course_course k on k.citizen_id = c.id
    where s.id = sitting and s.ended_at is null and k.id = course and k.state not in ({ENDED}))
$$""",
)


class Migration(migrations.Migration):
    """A column and two functions."""

    dependencies = (("course", "0100_signals"), ("login", "0005_ones_own_forgotten"))

    operations = (
        migrations.AddField(
            "profile", "card_code", models.UUIDField(blank=True, null=True, unique=True)
        ),
        OPENED,
        STANDS,
    )
