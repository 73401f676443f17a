"""What is known of a file, and apart from it what is in it."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids


class Migration(migrations.Migration):
    """The tables; 0002 says who sees what."""

    initial = True

    dependencies = [
        ("access", "0035_drafts_of_long_addresses"),
        ("people", "0007_organisations_and_closed_units"),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("evidence", "evidence"), ("paper", "paper"), ("word", "word")],
                        max_length=10,
                    ),
                ),
                (
                    "readers",
                    models.CharField(choices=[("own", "own"), ("team", "team")], max_length=10),
                ),
                (
                    "topic",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("frame", "frame"),
                            ("whole", "whole"),
                            ("health", "health"),
                            ("psychiatry", "psychiatry"),
                            ("substance", "substance"),
                            ("economy", "economy"),
                            ("housing", "housing"),
                            ("work", "work"),
                            ("family", "family"),
                            ("crime", "crime"),
                            ("living", "living"),
                            ("network", "network"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("mime", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("removed_at", models.DateTimeField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="access.scope",
                    ),
                ),
            ],
            options={
                "db_table": "files_file",
            },
        ),
        migrations.CreateModel(
            name="Content",
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
                ("data", models.BinaryField()),
                (
                    "file",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="content",
                        to="files.file",
                    ),
                ),
            ],
            options={
                "db_table": "files_content",
            },
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(fields=["scope", "-created_at"], name="files_of_scope"),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("readers", "team"),
                    models.Q(("kind", "paper"), ("removed_at", None), ("topic", "")),
                    _connector="OR",
                ),
                name="only_her_papers_are_for_her_alone",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("erased_at", None), ("removed_at", None), ("removed_by", None)),
                    models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_removed_file_says_by_whom",
            ),
        ),
    ]
