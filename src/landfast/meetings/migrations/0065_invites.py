"""Invitations to calendars: what each was sent, and how an answer came (C4).

Who prepares the meeting sees them; the secret key of each is no matter for the rest of the team.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import erasable, helper_may, logged, movable, protect_by, reach
from landfast.access.rules import Level, Topic

NEAR = (
    "access_my_roles(course_id)"
    " && array['citizen', 'coordinator', 'cover', 'deputy', 'second', 'former_coordinator']"
)
READS, WRITES = (
    f"({reach('meetings_invite', 'course_id', Topic.WHOLE, level)})\n  and {NEAR}"
    for level in (Level.READ, Level.WRITE)
)
ANSWER = "reply, reply_reason, written_word, replied_at, reply_through, substitute_name"


class Migration(migrations.Migration):
    """Columns, one table, and its policies."""

    dependencies = [
        ("course", "0091_list_alike"),
        ("meetings", "0062_beside_her"),
        ("people", "0041_way_back"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="reminded_for",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="reply_through",
            field=models.CharField(
                blank=True,
                choices=[("page", "page"), ("noted", "noted"), ("mail", "mail"), ("link", "link")],
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="substitute",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="substitute_name",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AlterField(
            model_name="participant",
            name="reply",
            field=models.CharField(
                choices=[
                    ("asked", "asked"),
                    ("comes", "comes"),
                    ("by_phone", "by_phone"),
                    ("writes", "writes"),
                    ("declined", "declined"),
                    ("maybe", "maybe"),
                ],
                default="asked",
                max_length=10,
            ),
        ),
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
                        default="nothing",
                        max_length=10,
                    ),
                ),
                ("told_starts_at", models.DateTimeField(null=True)),
                ("told_minutes_long", models.PositiveSmallIntegerField(null=True)),
                ("told_place", models.CharField(blank=True, max_length=200)),
                ("told_at", models.DateTimeField(null=True)),
                ("reminded_for", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField()),
                ("given_up_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=20)),
                ("heard_stamp", models.DateTimeField(null=True)),
                ("answers", models.PositiveSmallIntegerField(default=0)),
                ("proposed_at", models.DateTimeField(null=True)),
                ("proposed_minutes", models.PositiveSmallIntegerField(null=True)),
                ("proposed_words", models.CharField(blank=True, max_length=300)),
                ("keeps_time", models.BooleanField(default=False)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="invites",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="invite",
                        to="meetings.participant",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_invite",
                "indexes": [models.Index(fields=["meeting"], name="invites_of_meeting")],
            },
        ),
        protect_by("meetings_invite", select=READS, insert=WRITES, update=WRITES),
        logged("meetings_invite"),
        helper_may("meetings_invite", "select, insert, update"),
        erasable("meetings_invite"),
        movable("meetings_invite", goes_with="meeting_id"),
        migrations.RunSQL(
            f"grant update ({ANSWER}) on meetings_participant to landfast_helper;",
            f"revoke update ({ANSWER}) on meetings_participant from landfast_helper;",
        ),
    ]
