"""Who holds the course leads the meetings that lie ahead, whoever appointed them (A3; S004 §5.1).

Who oversees the unit sees no meeting of it, and covers a lost coordinator's courses with somebody
else: the meetings went on to be led by who was gone. Open to who oversees the unit or holds the course.
"""

from django.db import migrations

from landfast.access.protect import definer
from landfast.access.sql import listed
from landfast.meetings.rules.preparing import OPEN

FOLLOWS = definer(
    "meetings_leader_follows",
    "course uuid",
    f"""returns int language sql volatile as $$
  with held as (
    select k.id, h.person_id
      from course_course k
      join course_coordinatorship h on h.course_id = k.id and h.ended_at is null
     where k.id = course
       and (h.person_id = access_actor()
         or k.unit_id = any ((select access_my_units('courses_oversee'))::uuid[]))),
  led as (
    update meetings_meeting m set leader_id = held.person_id
      from held
     where m.course_id = held.id and m.leader_id <> held.person_id
       and m.state in ({listed(sorted(state.value for state in OPEN))})
    returning m.id, m.course_id, held.person_id),
  told as (
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    select uuidv7(), access_now(), 'meeting.leader_changed', l.course_id, 'whole', access_actor(),
           'meetings_meeting', l.id, jsonb_build_object('leader', l.person_id)
      from led l returning id)
  select count(*)::int from told
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (
        ("meetings", "0089_lighter_still"),
        ("course", "0098_lookup"),
        ("access", "0016_who_may_employ"),
    )

    operations = (FOLLOWS,)
