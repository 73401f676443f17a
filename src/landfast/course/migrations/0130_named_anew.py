"""What goes to another citizen, and has the wrong one's name in a column, has hers from then on.

Which columns those are says the note of a table's policy (`names`, beside what it goes along with).
"""

from django.db import migrations

from landfast.access.protect import whole

CARRY_OUT_MOVE = whole(
    "course_carry_out_move",
    "wanted uuid, chosen uuid",
    """returns text language plpgsql volatile as $$
declare
  m course_mend;
  target uuid;
  born timestamptz;
  along record;
  field text;
  tables jsonb := course_movable();
begin
  select * into m from course_mend
   where id = wanted and kind = 'move' and state in ('proposed', 'handed') for update;
  if not found then return 'gone'; end if;
  target := coalesce(m.target_id, chosen);
  if target is null or not course_may_move(m.source_id, target, m.thing, m."row") then
    return 'not_yours';
  end if;
  if target = m.source_id then return 'same_course'; end if;
  if not exists (select from course_course where id = target
                    and state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')) then
    return 'stays_is_over';
  end if;
  execute format('select created_at from %I where id = $1 and course_id = $2 for update', m.thing)
    into born using m."row", m.source_id;
  if born is null then return 'gone'; end if;
  update course_mend set state = 'done', target_id = target, done_by_id = access_actor(),
         done_at = access_now() where id = wanted;
  begin
    for along in select * from course_mend_along(m.thing, m."row", m.source_id) loop
      perform course_mend_set(wanted, along.place, along.id, 'course_id', to_jsonb(target));
      for field in select jsonb_array_elements_text(tables -> along.place -> 'names') loop
        perform course_mend_set(wanted, along.place, along.id, field,
          (select to_jsonb(c.name) from course_citizen c join course_course k on k.citizen_id = c.id
            where k.id = target));
      end loop;
    end loop;
    if not course_mend_cohere(wanted, true) then
      raise exception 'landfast: it hangs together' using errcode = 'check_violation';
    end if;
  exception when check_violation or unique_violation or foreign_key_violation then
    update course_mend set state = m.state, target_id = m.target_id, done_by_id = null,
           done_at = null where id = wanted;
    return 'hangs_together';
  end;
  perform course_mend_saw(wanted, m.source_id, target, born);
  insert into course_mend_note (id, created_at, course_id, mend_id, side, thing, written_at,
    by_other_citizen, read_by)
  values (uuidv7(), access_now(), m.source_id, wanted, 'left', m.thing, born, false, '[]'),
    (uuidv7(), access_now(), target, wanted, 'came', m.thing, born,
     exists (select from course_mend_reader where mend_id = wanted and role = 'citizen'),
     coalesce((select jsonb_agg(distinct jsonb_build_object('unit', unit_id, 'role', role))
                 from course_mend_reader where mend_id = wanted and role <> 'citizen'), '[]'));
  perform course_mend_say('mistake.left', m.source_id, 'whole', wanted, '{}');
  perform course_mend_say('mistake.came', target, 'whole', wanted, '{}');
  return '';
end $$""",
)


class Migration(migrations.Migration):
    """One function, with one step more."""

    dependencies = (("course", "0129_rung"),)

    operations = (CARRY_OUT_MOVE,)
