"""The citizen's own numbers are kept, each with its day: a picture over time (D1)."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import erasable, left_behind, logged, movable, protect

SAID_BEFORE = migrations.RunSQL(
    """
insert into plan_wish_rating (id, created_at, course_id, wish_id, rating, said_on, written_by_id)
select uuidv7(), now(), course_id, id, rating, rated_on, written_by_id from plan_wish
 where rating is not null and rated_on is not null;
""",
    migrations.RunSQL.noop,
)


def to(what: str, *, kept: bool = False) -> models.ForeignKey:
    """A key downward."""
    rule = django.db.models.deletion.PROTECT if kept else django.db.models.deletion.RESTRICT
    return models.ForeignKey(on_delete=rule, related_name="+", to=what)


class Migration(migrations.Migration):
    """One table, with what was said last before it."""

    dependencies = (("plan", "0061_for_unit"),)

    operations = (
        migrations.CreateModel(
            name="WishRating",
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
                ("rating", models.PositiveSmallIntegerField()),
                ("said_on", models.DateField()),
                ("course", to("course.course")),
                ("wish", to("plan.wish")),
                ("written_by", to("people.person", kept=True)),
            ],
            options={
                "db_table": "plan_wish_rating",
                "indexes": [models.Index(fields=["course", "said_on"], name="ratings_of_course")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rating__lte", 10)), name="said_0_to_10"
                    )
                ],
            },
        ),
        SAID_BEFORE,
        protect("plan_wish_rating"),
        logged("plan_wish_rating"),
        left_behind("plan_wish_rating"),
        movable("plan_wish_rating", goes_with="wish_id"),
        erasable("plan_wish_rating"),
    )  # fmt: skip
