"""Whom the minutes reach on paper only is a row of Mandag, until they are given or a fortnight is over."""

from importlib import import_module

from django.db import migrations

FALLEN = import_module("landfast.meetings.migrations.0108_fallen").FALLEN
STOOD = str(FALLEN.sql).replace("create function", "create or replace function", 1)
PAPER = """
  union all
  select 'paper', d.course_id, d.meeting_id, null, null, '', '', '{}', d.published_at, null
    from meetings_minutes d
   where d.course_id = any (mine) and d.state = 'published'
     and d.published_at > moment - interval '14 days'
     and (d.course_id = any (known) or not access_left_behind(d.course_id, d.published_at))
     and exists (
       select from meetings_participant p left join meetings_invite i on i.participant_id = p.id
        where p.meeting_id = d.meeting_id and d.recipients ? p.relation_id::text
          and coalesce(i.address, '') = ''
          and not exists (
            select from access_event e
             where e.scope_id = d.course_id and e.kind = 'minutes.given' and e.object_id = d.id
               and e.facts->>'relation' = p.relation_id::text))"""


class Migration(migrations.Migration):
    """One function anew; going back, it says what it said."""

    dependencies = (("meetings", "0116_hand_waits"),)

    operations = (migrations.RunSQL(STOOD.replace("\n$$;", PAPER + "\n$$;", 1), STOOD),)
