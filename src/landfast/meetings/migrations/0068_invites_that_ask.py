"""Invitations that ask something of who holds the course: given up, or with another time."""

from django.db import migrations, models

from landfast.access.protect import definer

HELD = "(select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]"

# the bare fact, for a page across courses: who it was stands on the meeting's own
ASK = definer(
    "meetings_invites_ask",
    "",
    f"""returns table (course_id uuid, meeting_id uuid, failed int, proposed int)
  language sql stable as $$
  select i.course_id, i.meeting_id, count(i.given_up_at)::int, count(i.proposed_at)::int
    from meetings_invite i join meetings_meeting m on m.id = i.meeting_id
   where (i.given_up_at is not null or i.proposed_at is not null)
     and i.course_id = any ({HELD}) and m.state = 'called' and m.starts_at > access_now()
   group by i.course_id, i.meeting_id, m.starts_at order by m.starts_at, i.meeting_id
$$""",
)


class Migration(migrations.Migration):
    """An index and a function."""

    dependencies = (("meetings", "0067_feed"),)

    operations = (
        migrations.AddIndex(
            "invite",
            models.Index(
                fields=("course",),
                name="invites_that_ask",
                condition=models.Q(given_up_at__isnull=False) | models.Q(proposed_at__isnull=False),
            ),
        ),
        ASK,
    )
