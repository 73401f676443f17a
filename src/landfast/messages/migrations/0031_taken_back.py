"""A mail that waits does not leave when what its reader had been let in to was taken back meanwhile.

It says nothing of anybody, but it says that there is news: so it is for those who may read it. Who
was told of something that they had no grant for (an employment, an end) is told all the same.
"""

from django.db import migrations, models

from landfast.access.protect import definer

NOW = "g.starts_at <= moment and (g.ends_at is null or g.ends_at > moment)"

TAKEN_BACK = definer(
    "notices_taken_back",
    "who uuid, events uuid[], moment timestamptz",
    f"""returns setof uuid language sql stable as $$
  select e.id from access_event e
   where access_may_be_system() and e.id = any (events) and e.scope_id is not null
     and exists (select from access_grant g
                  where g.scope_id = e.scope_id and g.person_id = who
                    and g.starts_at <= e.at and (g.ends_at is null or g.ends_at > e.at))
     and not exists (select from access_grant g
                      where g.scope_id = e.scope_id and g.person_id = who and {NOW})
     and not exists (select from access_grant g join people_employment m on m.unit_id = g.unit_id
                      where g.scope_id = e.scope_id and m.person_id = who
                        and m.starts_on <= access_today()
                        and (m.ends_on is null or m.ends_on >= access_today())
                        and {NOW})
$$""",
)


class Migration(migrations.Migration):
    """One question, for background work."""

    dependencies = (("notices", "0030_feed"), ("access", "0100_who_keeps_formats"))

    operations = (
        migrations.AlterField(
            "delivery",
            "purpose",
            models.CharField(
                choices=[
                    ("news", "news"),
                    ("confirm", "confirm"),
                    ("account", "account"),
                    ("reset", "reset"),
                    ("changed", "changed"),
                ],
                default="news",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            "delivery",
            "state",
            models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("sent", "sent"),
                    ("dead", "dead"),
                    ("dropped", "dropped"),
                    ("taken_back", "taken_back"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
        TAKEN_BACK,
    )
