"""What was kept for the next meeting: said where it comes, and in the guest's draft of the minutes.

A theme knows that it was kept; a meeting, that what was kept at it has come to another. The guest's
log says what became of each theme, as who leads sees it.
"""

from django.db import migrations, models

from landfast.access.protect import whole
from landfast.access.sql import listed
from landfast.meetings.rules.minutes import CURRENT

NONE_YET = f"""m.ended = 'itself' and not exists (select from meetings_minutes n
         where n.meeting_id = m.id and n.state in ({listed(sorted(s.value for s in CURRENT))}))"""
HERS = f"""m.id = wanted and {NONE_YET} and wanted = any (access_my_things('guest'))
     and meetings_takes_minutes(wanted)"""
LOG = whole(
    "meetings_log_for_guest",
    "wanted uuid",
    f"""returns jsonb language sql stable as $$
  select jsonb_build_object(
    'own', m.own_word, 'closing', m.closing_words, 'leader', l.name,
    'themes', (select coalesce(jsonb_agg(jsonb_build_array(t.id, t.words, t.ended) order by t.position), '[]')
      from meetings_theme t where t.meeting_id = m.id),
    'lines', (select coalesce(jsonb_agg(jsonb_build_array(t.theme_id, t.kind, t.text,
        coalesce(p.name, r.name, '')) order by t.seq), '[]')
      from meetings_turn t
      left join meetings_participant s on s.id = t.speaker_id
      left join people_person p on p.id = s.person_id
      left join network_relation r on r.id = s.relation_id
     where t.meeting_id = m.id),
    'since', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'what', a.text,
        'who', p.name, 'state', a.state, 'because', a.report) order by a.reported_at, a.id), '[]')
      from plan_agreement a join people_person p on p.id = a.maker_id
     where a.course_id = m.course_id
       and a.reported_at between m.started_at and m.held_at
       and (a.told_at is not null or a.maker_id = m.leader_id
         and a.reported_at <= m.touched_at + interval '1 minute')))
    from meetings_meeting m join people_person l on l.id = m.leader_id
   where {HERS}
$$""",
)


class Migration(migrations.Migration):
    """Two columns, and one function written anew."""

    dependencies = (("meetings", "0097_my_meetings"),)

    operations = (
        migrations.AddField(
            "theme", "is_kept", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AddField("meeting", "carried_at", models.DateTimeField(blank=True, null=True)),
        LOG,
    )
