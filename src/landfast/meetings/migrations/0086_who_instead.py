"""A no that came by mail or by the link names nobody: its sender is asked once who comes instead.

The clock's jobs find such answers and ask; whom the duty binds, and who could come, is a rule in
Python. Monday's question names the meeting from then on, until somebody is named.
"""

from importlib import import_module

from django.db import migrations, models

from landfast.access.protect import definer, whole

JOBS = "session_user = 'landfast_jobs'"
BEFORE = import_module("landfast.meetings.migrations.0082_to_write")
WITHOUT = """p.reply = 'declined' and p.substitute_id is null and p.person_id is not null
     and m.state = 'called' and m.starts_at > access_now()"""

NOES = definer(
    "meetings_noes_alone",
    "",
    f"""returns table (participant_id uuid, person_id uuid, leader_id uuid)
  language sql stable as $$
  select p.id, p.person_id, m.leader_id
    from meetings_meeting m join meetings_participant p on p.meeting_id = m.id
   where {JOBS} and {WITHOUT} and p.reply_through in ('mail', 'link')
     and p.substitute_owed_at is null
$$""",
)
ASK = definer(
    "meetings_ask_who_instead",
    "wanted uuid",
    f"""returns void language sql volatile as $$
  with asked as (
    update meetings_participant p set substitute_owed_at = access_now()
     where {JOBS} and p.id = wanted and p.substitute_owed_at is null
    returning p.id, p.course_id, p.meeting_id, p.person_id)
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), 'meeting.substitute_owed', a.course_id, 'whole', null,
         'meetings_participant', a.id,
         jsonb_build_object('meeting', a.meeting_id, 'to', a.person_id)
    from asked a
$$""",
)
TO_WRITE = whole(
    "meetings_to_write",
    "",
    f"""returns table (what text, id uuid, course_id uuid, starts_at timestamptz, minutes text)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  reached constant uuid[] := access_my_scopes('whole', 'write');
begin
  return query
  select w.what, w.id, w.course_id, w.starts_at, w.minutes from (
    select case p.part when 'reflector' then 'reflects' else 'writes' end as what,
           m.id, m.course_id, m.starts_at, {BEFORE.CURRENT} as minutes, p.id as seat
      from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.person_id = (select access_actor()) and p.part in ('minute_taker', 'reflector')
       and p.was_there and not p.is_guest
       and m.state = 'held' and m.held_at > access_now() - interval '30 days'
       and m.course_id = any (reached)) w
   where case w.what
     when 'writes' then coalesce(w.minutes, 'draft') = 'draft'
     else w.minutes is distinct from 'published'
      and not exists (select from meetings_reflection r where r.participant_id = w.seat) end
  union all
  select 'names', m.id, m.course_id, m.starts_at, null
    from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
   where p.person_id = (select access_actor()) and p.substitute_owed_at is not null and {WITHOUT}
     and m.course_id = any (reached)
   order by 4, 2;
end $$""",
)


def _to_write_before() -> migrations.RunSQL:
    """Going back writes the function as it stood, so that the column can go."""
    fresh = str(BEFORE.TO_WRITE.sql).replace("create function", "create or replace function", 1)
    return migrations.RunSQL(migrations.RunSQL.noop, fresh)


class Migration(migrations.Migration):
    """A column, two functions, and one written anew."""

    dependencies = (("meetings", "0085_marks"),)

    operations = (
        migrations.AddField("participant", "substitute_owed_at", models.DateTimeField(null=True)),
        migrations.RunSQL(
            "grant update (substitute_owed_at) on meetings_participant to landfast_helper;",
            "revoke update (substitute_owed_at) on meetings_participant from landfast_helper;",
        ),
        NOES,
        ASK,
        _to_write_before(),
        TO_WRITE,
    )
