"""A fresh start: the citizen draws a line, and what is older stays behind for those who come after.

Whoever had a ground before the line keeps what they could read; who comes after sees what is newer,
until she lifts it. Someone who was let in by topic before, and into the team after, is new to the
whole. Only the citizen draws the line and lifts it. The tables ask with `protect.left_behind`.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by, reach
from landfast.access.rules import Level, Topic

HERS = "'citizen' = any (access_my_roles(scope_id))"
ONLY_LIFTED = migrations.RunSQL(
    """
revoke update on access_fresh_start from landfast_app;
grant update (lifted_at) on access_fresh_start to landfast_app;
""",
    "grant update on access_fresh_start to landfast_app;",
)

# scopes of my own grants where nothing stays behind for me: asked once per statement
KNOWN = definer(
    "access_known_scopes",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct g.scope_id), '{}') from access_grant g
   where g.person_id = (select access_actor()) and g.topic = 'whole'
     and g.starts_at <= access_now() and g.ends_at is distinct from g.starts_at
     and (g.role = 'citizen' or not exists (
       select from access_fresh_start f
        where f.scope_id = g.scope_id and f.lifted_at is null and f.since <= g.starts_at))
$$""",
)

LEFT_BEHIND = definer(
    "access_left_behind",
    "wanted uuid, written timestamptz",
    """returns boolean language sql stable cost 1000 as $$
  select exists (
    select from access_fresh_start f
     where f.scope_id = wanted and f.lifted_at is null and written < f.since
       and not exists (
         select from access_grant g
          where g.scope_id = wanted and g.starts_at < f.since
            and g.ends_at is distinct from g.starts_at
            and g.topic not in ('frame', 'whole')
            and not wanted = any (access_my_scopes('whole', 'read'))
            and (g.person_id = (select access_actor())
              or exists (
                select from people_employment e join people_unit u on u.id = e.unit_id
                 where e.person_id = (select access_actor())
                   and e.starts_on < (f.since at time zone 'Europe/Copenhagen')::date
                   and (e.ends_on is null or e.ends_on >= access_today())
                   and (g.unit_id = e.unit_id or g.organisation_id = u.organisation_id)))))
$$""",
)


class Migration(migrations.Migration):
    """One table, its policies, and the two questions."""

    dependencies = (("access", "0022_situations"), ("people", "0001_initial"))

    operations = (
        migrations.CreateModel(
            name="FreshStart",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("since", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="access.scope",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "access_fresh_start",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("scope",),
                        name="one_fresh_start_stands",
                    )
                ],
            },
        ),
        protect_by(
            "access_fresh_start",
            select=reach("access_fresh_start", "scope_id", Topic.WHOLE, Level.READ),
            insert=HERS,
            update=HERS,
        ),
        helper_may("access_fresh_start"),
        ONLY_LIFTED,
        KNOWN,
        LEFT_BEHIND,
    )
