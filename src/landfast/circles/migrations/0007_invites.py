"""Invitations to the meetings of a circle: what each was sent, and what they answered (C4)."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
import landfast.meetings.rules.inviting
import landfast.meetings.rules.words


class Migration(migrations.Migration):
    """One table."""

    dependencies = [
        ("circles", "0006_her_sentence_is_hers"),
        ("people", "0055_calendars"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invite",
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
                ("uid", models.CharField(max_length=64, unique=True)),
                ("address", models.CharField(blank=True, max_length=254)),
                ("sequence", models.PositiveIntegerField(default=0)),
                (
                    "told",
                    models.CharField(
                        choices=[
                            ("nothing", "nothing"),
                            ("asked", "asked"),
                            ("cancelled", "cancelled"),
                        ],
                        default=landfast.meetings.rules.inviting.Told["NOTHING"],
                        max_length=10,
                    ),
                ),
                ("told_starts_at", models.DateTimeField(null=True)),
                ("told_minutes_long", models.PositiveSmallIntegerField(null=True)),
                ("told_place", models.CharField(blank=True, max_length=200)),
                ("told_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField()),
                ("given_up_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=20)),
                ("heard_stamp", models.DateTimeField(null=True)),
                ("answers", models.PositiveSmallIntegerField(default=0)),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("comes", "comes"),
                            ("by_phone", "by_phone"),
                            ("writes", "writes"),
                            ("declined", "declined"),
                            ("maybe", "maybe"),
                        ],
                        default=landfast.meetings.rules.words.Reply["ASKED"],
                        max_length=10,
                    ),
                ),
                ("reply_reason", models.CharField(blank=True, max_length=300)),
                (
                    "reply_through",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("page", "page"),
                            ("noted", "noted"),
                            ("mail", "mail"),
                            ("link", "link"),
                            ("duty", "duty"),
                        ],
                        max_length=6,
                    ),
                ),
                ("replied_at", models.DateTimeField(null=True)),
                ("proposed_at", models.DateTimeField(null=True)),
                ("proposed_words", models.CharField(blank=True, max_length=300)),
                (
                    "circle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circles.circle",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invites",
                        to="circles.sitting",
                    ),
                ),
            ],
            options={
                "db_table": "circles_invite",
                "indexes": [models.Index(fields=["person"], name="circle_invites_of_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sitting", "person"), name="asked_to_sitting_once"
                    )
                ],
            },
        ),
    ]
