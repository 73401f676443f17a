"""After intake's no nothing in the plan waits for a yes: there is nobody who could give it.

Intake sees the frame of a course and not its plan; so the database ends what is proposed, of a
course that has been declined, for whoever holds its frame.
"""

from django.db import migrations

from landfast.access.protect import definer

END = definer(
    "plan_end_proposals",
    "declined uuid",
    """returns int language plpgsql volatile as $$
declare
  held plan_agreement;
  ended int := 0;
begin
  for held in select a.* from plan_agreement a join course_course c on c.id = a.course_id
    where c.id = declined and c.state = 'AFSLAG' and access_reaches(c.id, 'frame', 'read')
      and a.state = 'proposed' order by a.id desc for update of a loop
    update plan_agreement set state = 'lapsed', version = held.version + 1
     where id = held.id and state = 'proposed';
    insert into plan_agreement_change (id, created_at, course_id, agreement_id, at, actor_id, act,
      before, after, note, told_aloud, old_text, old_due_on)
    values (uuidv7(), access_now(), held.course_id, held.id, access_now(), access_actor(), 'leave',
      held.state, 'lapsed', '', false, '', null);
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'plan.agreement_leave', held.course_id, 'whole',
      access_actor(), 'plan_agreement', held.id, jsonb_build_object('before', held.state));
    ended := ended + 1;
  end loop;
  return ended;
end $$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("plan", "0094_a_leaders_no"),)

    operations = (END,)
