"""The map is drawn by hand: animals and places, some for herself alone, and every change kept (B1).

Who stood there before has one line, from the day they came; who has left has two.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import (
    erasable,
    hers_alone,
    left_behind,
    logged,
    movable,
    protect,
)
from landfast.kernel.choices import choices
from landfast.network.rules import Closeness, Kind, Sphere, Tie

TABLE = "network_standing"

STOOD_BEFORE = migrations.RunSQL(
    """
insert into network_standing
  (id, created_at, course_id, relation_id, member_id, sphere, closeness, tie, is_gone)
select uuidv7(), created_at, course_id, id, null::uuid, sphere, closeness, tie, false
  from network_relation
union all
select uuidv7(), removed_on::timestamptz, course_id, id, null::uuid, sphere, closeness, tie, true
  from network_relation where removed_on is not null
union all
select uuidv7(), created_at, course_id, null::uuid, id, sphere, closeness, '', false
  from network_member
union all
select uuidv7(), until::timestamptz, course_id, null::uuid, id, sphere, closeness, '', true
  from network_member where until is not null;
""",
    migrations.RunSQL.noop,
)

# a line is seen by who sees the one it is about
AS_THEY_ARE_SEEN = migrations.RunSQL(
    """
create policy as_seen on network_standing as restrictive for select to landfast_app
  using (relation_id is null
    or exists (select from network_relation r where r.id = network_standing.relation_id));
""",
    "drop policy as_seen on network_standing;",
)


def to(what: str, *, maybe: bool = True) -> models.ForeignKey:
    """A key downward."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to=what, null=maybe
    )


class Migration(migrations.Migration):
    """Two fields of those she names, and one table."""

    dependencies = (("network", "0020_movable"), ("access", "0100_who_keeps_formats"))

    operations = (
        migrations.AddField(
            "relation",
            "kind",
            models.CharField(
                choices=choices(Kind), db_default="person", default=Kind.PERSON, max_length=6
            ),
        ),
        migrations.AddField(
            "relation", "only_mine", models.BooleanField(db_default=False, default=False)
        ),
        hers_alone("network_relation", when="only_mine"),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("sphere", models.CharField(choices=choices(Sphere), max_length=12)),
                ("closeness", models.CharField(choices=choices(Closeness), max_length=6)),
                ("tie", models.CharField(blank=True, choices=choices(Tie), max_length=8)),
                ("is_gone", models.BooleanField(default=False)),
                ("course", to("course.course", maybe=False)),
                ("relation", to("network.relation")),
                ("member", to("network.member")),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+", to="network.standing",
                    ),
                ),
            ],
            options={
                "db_table": TABLE,
                "indexes": [
                    models.Index(fields=["course", "created_at"], name="standings_of_course")
                ],
                "constraints": [
                    models.CheckConstraint(
                        name="standing_of_one",
                        condition=Q(relation__isnull=True, member__isnull=False)
                        | Q(relation__isnull=False, member__isnull=True),
                    )
                ],
            },
        ),
        STOOD_BEFORE,
        protect(TABLE),
        logged(TABLE),
        left_behind(TABLE),
        AS_THEY_ARE_SEEN,
        movable(TABLE, goes_with="relation_id"),
        erasable(TABLE),
    )  # fmt: skip
