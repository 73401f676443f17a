"""Passwords cannot be guessed without end, and nobody can read who tried.

The application reaches the table through two functions only: one notes a try that did not fit (and
forgets those of yesterday), one counts.
"""

from django.db import migrations, models

import landfast.kernel.ids
from landfast.access.protect import definer, helper_may

CLOSED = migrations.RunSQL(
    "alter table access_failed_sign_in enable row level security;",
    "alter table access_failed_sign_in disable row level security;",
)

FAILED = definer(
    "access_sign_in_failed",
    "by_name text, from_source text, seen_at timestamptz",
    """returns void language sql volatile as $$
  delete from access_failed_sign_in where at < seen_at - interval '1 day';
  insert into access_failed_sign_in (id, at, name, source)
  values (uuidv7(), seen_at, by_name, from_source);
$$""",
)

COUNT = definer(
    "access_failed_sign_ins",
    "by_name text, from_source text, since timestamptz",
    """returns table (here bigint, source bigint, name bigint) language sql stable as $$
  select count(*) filter (where f.name = by_name and f.source = from_source),
         count(*) filter (where f.source = from_source),
         count(*) filter (where f.name = by_name)
    from access_failed_sign_in f
   where f.at > since and (f.name = by_name or f.source = from_source)
$$""",
)


class Migration(migrations.Migration):
    """The table, and the two ways to it."""

    dependencies = (("access", "0005_while_employed"),)

    operations = (
        migrations.CreateModel(
            "FailedSignIn",
            [
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("name", models.CharField(max_length=32)),
                ("source", models.CharField(max_length=32)),
            ],
            options={
                "db_table": "access_failed_sign_in",
                "indexes": [
                    models.Index(fields=["name", "at"], name="failed_by_name"),
                    models.Index(fields=["source", "at"], name="failed_by_source"),
                ],
            },
        ),
        CLOSED,
        helper_may("access_failed_sign_in", "select, insert, delete"),
        FAILED,
        COUNT,
    )
