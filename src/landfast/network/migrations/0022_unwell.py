"""When I am unwell, and notes for myself alone (B7, B8)."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import (
    erasable,
    hers_alone,
    left_behind,
    logged,
    movable,
    protect,
    protect_by,
    share_by_topic,
)
from landfast.access.rules import Situation, Topic
from landfast.kernel.choices import choices
from landfast.network.rules.unwell import SeenBy

PAGE, NOTE = "network_unwell", "network_own_note"
TEXTS = (
    "signs", "helps", "not_helps", "call_day", "call_evening", "call_night", "next_time",
    "reception",
)  # fmt: skip
HERS = "course_id = any ((select access_scopes_as(array['citizen']))::uuid[])"
ADMITTED = f"access_situation_holds(course_id, '{Situation.ADMITTED.value}', null::uuid, null::int)"


def own_id() -> tuple[str, models.Field]:
    """The key of a row."""
    return (
        "id",
        models.UUIDField(
            default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
        ),
    )


def made_at() -> tuple[str, models.Field]:
    """When it came to be."""
    return "created_at", models.DateTimeField(default=landfast.kernel.clock.now, editable=False)


def course(kind: type[models.ForeignKey]) -> tuple[str, models.Field]:
    """Whose it is."""
    return (
        "course",
        kind(
            on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="course.course"
        ),
    )  # fmt: skip


class Migration(migrations.Migration):
    """Two tables of hers."""

    dependencies = (("network", "0021_drawing"),)

    operations = (
        migrations.CreateModel(
            name="Unwell",
            fields=[
                own_id(),
                made_at(),
                *((name, models.TextField(blank=True)) for name in TEXTS),
                (
                    "seen_by",
                    models.CharField(choices=choices(SeenBy), default=SeenBy.ME, max_length=8),
                ),
                ("updated_at", models.DateTimeField()),
                course(models.OneToOneField),
            ],
            options={"db_table": PAGE},
        ),
        protect(PAGE),
        share_by_topic(PAGE, f"array['{Topic.PSYCHIATRY.value}']"),
        hers_alone(PAGE, when=f"seen_by = 'me' or (seen_by = 'admitted' and not {ADMITTED})"),
        logged(PAGE),
        left_behind(PAGE, written="updated_at"),
        erasable(PAGE),
        migrations.CreateModel(
            name="OwnNote",
            fields=[
                own_id(),
                made_at(),
                ("text", models.TextField()),
                ("updated_at", models.DateTimeField()),
                course(models.ForeignKey),
            ],
            options={"db_table": NOTE},
        ),
        protect_by(NOTE, select=HERS, insert=HERS, update=HERS, delete=HERS),
        logged(NOTE),
        movable(NOTE),
        erasable(NOTE),
    )
