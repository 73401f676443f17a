"""The reminder of a meeting says when it is, as the calls do: a person may have to say it."""

from django.db import migrations

from landfast.access.protect import whole

JOBS = "session_user = 'landfast_jobs'"
SETTLED = "(m.frame_agreed_at is not null or f.citizen <> 'leads')"

REMIND = whole(
    "meetings_remind",
    "until timestamptz",
    f"""returns int language sql volatile as $$
  with near as (
    update meetings_meeting m set reminded_for = m.starts_at from meetings_format f
     where {JOBS} and f.id = m.format_id and {SETTLED}
       and m.state = 'called' and m.starts_at > access_now() and m.starts_at <= until
       and m.reminded_for is distinct from m.starts_at
    returning m.id, m.course_id, m.leader_id, m.starts_at, f.citizen),
  told as (
    insert into access_event
      (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    select uuidv7(), access_now(), 'meeting.near', n.course_id, 'whole', null, 'meetings_meeting',
           n.id, jsonb_build_object('starts_at', n.starts_at, 'without_her', n.citizen = 'absent',
             'to', to_jsonb(array_append(array(
             select p.person_id from meetings_participant p
              where p.meeting_id = n.id and p.person_id is not null and p.reply <> 'declined'
                and p.person_id <> n.leader_id), n.leader_id)))
      from near n returning id)
  select count(*)::int from told
$$""",
)


class Migration(migrations.Migration):
    """One function anew."""

    dependencies = (("meetings", "0113_taken_off_by_index"),)

    operations = (REMIND,)
