"""A grant for an emergency: given and ended by the database's own functions, never by a page.

It reads, and no role gives it (`access_gives` knows it not). Whoever holds the course may not end it
either: somebody's life may hang on it, and it ends by itself.
"""

from django.db import migrations, models

from landfast.access.protect import helper_may
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground
from landfast.kernel.choices import choices

MAY_END = """
create or replace function access_may_end(wanted uuid, given text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select given not in ('citizen', 'lead'{more}) and exists (
    select from unnest(access_my_roles(wanted)) mine
     where access_gives(mine) <> '{{}}'
       and (mine <> 'taker' or given in ('coordinator', 'cover', 'second', 'taker')))
$$;
"""


class Migration(migrations.Migration):
    """A role, a ground, and what the helper may write."""

    dependencies = (("access", "0024_scopes_at_less_cost"), ("access", "0021_oversight"))

    operations = (
        migrations.AlterField(
            "grant", "role", models.CharField(max_length=20, choices=choices(CourseRole))
        ),
        migrations.AlterField(
            "grant", "ground", models.CharField(max_length=20, choices=choices(Ground))
        ),
        helper_may("access_grant", "insert, update"),
        migrations.RunSQL(MAY_END.format(more=", 'emergency'"), MAY_END.format(more="")),
    )
