"""Who made a copy sees it and leads its workshops; groups come in by a code, through functions.

A group has no account. Its link is signed by the house; the functions take the group's key, write
in no other group, and in none whose workshop is closed.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect_by
from landfast.learning.rules.workshop import GROUPS_MOST, KEPT_DAYS, MARKS_MOST, Colour

COLOURS = ", ".join(f"'{one.value}'" for one in Colour)
MINE = "made_by_id = access_actor()"
LED = "led_by_id = access_actor()"
LED_GROUP = (
    "workshop_id in (select w.id from learning_workshop w where w.led_by_id = access_actor())"
)
LED_MARK = """group_id in (select g.id from learning_group g join learning_workshop w
  on w.id = g.workshop_id where w.led_by_id = access_actor())"""
OPEN = "g.id = wanted and w.closed_at is null"

JOIN = definer(
    "learning_join",
    "said text, called text",
    f"""returns uuid language plpgsql volatile as $$
declare
  there uuid;
  found uuid;
begin
  select w.id into there from learning_workshop w where w.code = said and w.closed_at is null
     for update;
  if there is null then return null; end if;
  select g.id into found from learning_group g where g.workshop_id = there and g.name = called;
  if found is not null then return found; end if;
  if (select count(*) from learning_group g where g.workshop_id = there) >= {GROUPS_MOST} then
    return null;
  end if;
  insert into learning_group
    (id, created_at, workshop_id, name, themes, challenge, meets_it, answers)
  values (uuidv7(), access_now(), there, called, '', '', '', '{{}}') returning id into found;
  return found;
end $$""",
)
BOARD = definer(
    "learning_board",
    "wanted uuid",
    """returns table (title text, lines jsonb, kind text, is_closed boolean, name text,
  themes text, challenge text, meets_it text, answers jsonb, marks jsonb)
  language sql stable as $$
  select s.title::text, s.lines, w.kind::text, w.closed_at is not null, g.name::text,
         g.themes::text, g.challenge::text, g.meets_it::text, g.answers,
         coalesce((select jsonb_agg(jsonb_build_array(m.id, m.line, m.colour, m.words)
                                    order by m.line, m.id)
                     from learning_mark m where m.group_id = g.id), '[]')
    from learning_group g join learning_workshop w on w.id = g.workshop_id
    join learning_study s on s.id = w.study_id
   where g.id = wanted
$$""",
)
MARK = definer(
    "learning_put_mark",
    "wanted uuid, place int, coloured text, said text",
    f"""returns text language plpgsql volatile as $$
declare
  most int;
begin
  select jsonb_array_length(s.lines) into most
    from learning_group g join learning_workshop w on w.id = g.workshop_id
    join learning_study s on s.id = w.study_id where {OPEN} for update of g;
  if most is null then return 'closed'; end if;
  if place < 1 or place > most or coloured not in ({COLOURS}) then return 'unknown'; end if;
  if (select count(*) from learning_mark m where m.group_id = wanted) >= {MARKS_MOST} then
    return 'full';
  end if;
  insert into learning_mark (id, created_at, group_id, line, colour, words)
  values (uuidv7(), access_now(), wanted, place, coloured, said);
  return '';
end $$""",
)
UNMARK = definer(
    "learning_take_mark",
    "wanted uuid, gone uuid",
    f"""returns text language plpgsql volatile as $$
begin
  if not exists (select from learning_group g join learning_workshop w on w.id = g.workshop_id
                  where {OPEN}) then return 'closed'; end if;
  delete from learning_mark m where m.id = gone and m.group_id = wanted;
  return '';
end $$""",
)
SAY = definer(
    "learning_say",
    "wanted uuid, named text, chosen text, met text, said jsonb",
    f"""returns text language plpgsql volatile as $$
begin
  update learning_group t set themes = named, challenge = chosen, meets_it = met, answers = said
    from learning_group g join learning_workshop w on w.id = g.workshop_id
   where t.id = g.id and {OPEN};
  return case when found then '' else 'closed' end;
end $$""",
)
EXPIRE = definer(
    "learning_expire",
    "",
    f"""returns int language plpgsql volatile as $$
declare
  gone uuid[] := array(select s.id from learning_study s
                        where s.created_at < access_now() - interval '{KEPT_DAYS} days');
begin
  delete from learning_mark m using learning_group g, learning_workshop w
   where m.group_id = g.id and g.workshop_id = w.id and w.study_id = any (gone);
  delete from learning_group g using learning_workshop w
   where g.workshop_id = w.id and w.study_id = any (gone);
  delete from learning_workshop w where w.study_id = any (gone);
  delete from learning_study s where s.id = any (gone);
  return cardinality(gone);
end $$""",
)


class Migration(migrations.Migration):
    """Policies, and the functions that groups come in by."""

    dependencies = (
        ("learning", "0001_initial"), ("access", "0106_who_keeps_rules"), ("people", "0055_calendars"),
    )  # fmt: skip
    operations = (
        protect_by("learning_study", select=MINE, insert=MINE),
        protect_by("learning_workshop", select=LED, insert=LED, update=LED),
        protect_by("learning_group", select=LED_GROUP),
        protect_by("learning_mark", select=LED_MARK),
        helper_may("learning_study", "select, delete"),
        helper_may("learning_workshop", "select, update, delete"),
        helper_may("learning_group", "select, insert, update, delete"),
        helper_may("learning_mark", "select, insert, delete"),
        JOIN, BOARD, MARK, UNMARK, SAY, EXPIRE,
    )  # fmt: skip
