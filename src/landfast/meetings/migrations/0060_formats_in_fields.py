"""A format is structured, in versions, and an organisation can have its own.

Versions that stood before keep what they said; the loader of what is shipped adds the new ones.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import landfast.meetings.rules
import landfast.meetings.rules.formats
from landfast.access.protect import write_by

ATTENDS = ("in_person", "by_phone", "own_word", "represented", "not_today", "points")
PARTS = ("facilitator", "reflector", "leader", "minute_taker", "giver", "taker")


def same(*values: str) -> list[tuple[str, str]]:
    """Choices whose labels are themselves: the doors have the words."""
    return [(value, value) for value in values]


FIELDS = {
    "version": models.PositiveSmallIntegerField(default=1),
    "replaced_at": models.DateTimeField(null=True, blank=True),
    "organisation": models.ForeignKey(
        "people.organisation", django.db.models.deletion.PROTECT, null=True, blank=True,
        related_name="+",
    ),
    "parts": models.JSONField(default=list),
    "citizen": models.CharField(
        max_length=8, choices=same("leads", "invited", "absent"),
        default=landfast.meetings.rules.formats.Citizen["LEADS"],
    ),
    "agenda_by": models.CharField(
        max_length=8, choices=same("citizen", "leader"),
        default=landfast.meetings.rules.formats.AgendaBy["CITIZEN"],
    ),
    "agenda_when": models.CharField(
        max_length=8, choices=same("before", "at_start", "fixed"),
        default=landfast.meetings.rules.formats.AgendaWhen["BEFORE"],
    ),
    "agenda_points": models.JSONField(default=list),
    "shortest": models.PositiveSmallIntegerField(default=10),
    "longest": models.PositiveSmallIntegerField(default=240),
    "notice_days": models.PositiveSmallIntegerField(default=0),
    "within_days": models.PositiveSmallIntegerField(null=True, blank=True),
    "speaks_first": models.JSONField(default=list),
    "makes_agreements": models.BooleanField(default=True),
    "needs_next_date": models.BooleanField(default=False),
}  # fmt: skip
BEFORE = migrations.RunSQL(
    """
update meetings_format set origin = code, may_attend = '[]',
  agenda_when = case when agenda_before then 'before' else 'at_start' end,
  agenda_by = case when agenda_by_citizen then 'citizen' else 'leader' end,
  citizen = case when with_citizen then 'leads' else 'absent' end;
""",
    migrations.RunSQL.noop,
)
CONSTRAINTS = (
    models.UniqueConstraint(fields=("code", "version"), name="one_version_of_a_format"),
    models.UniqueConstraint(
        fields=("code",), name="one_current_format", condition=Q(replaced_at=None)
    ),
    models.CheckConstraint(
        name="format_has_its_lengths",
        condition=Q(shortest__lte=F("minutes_long"), minutes_long__lte=F("longest")),
    ),
)

# what ships is loaded by Landfast itself; of a version only the end of its use can be written
MINE = (
    "access_is_system() or organisation_id ="
    " any ((select access_my_organisations('formats_keep'))::uuid[])"
)


class Migration(migrations.Migration):
    """Columns, the old rows, and who may write."""

    dependencies = (
        ("meetings", "0050_lighter"),
        ("people", "0007_organisations_and_closed_units"),
        ("access", "0100_who_keeps_formats"),
    )

    operations = (
        *(migrations.AddField("format", name, field) for name, field in FIELDS.items()),
        migrations.AddField(
            "format", "origin", models.CharField(max_length=10, default=""),
            preserve_default=False,
        ),
        BEFORE,
        *(
            migrations.RemoveField("format", name)
            for name in ("agenda_before", "agenda_by_citizen", "with_citizen", "roles", "is_ready")
        ),
        migrations.AlterField("format", "code", models.CharField(max_length=10)),
        *(migrations.AddConstraint("format", one) for one in CONSTRAINTS),
        write_by("meetings_format", insert=MINE, update=MINE, columns="replaced_at"),
        migrations.AlterField(
            "participant", "part",
            models.CharField(max_length=12, blank=True, choices=same(*PARTS)),
        ),
        migrations.AlterField(
            "meeting", "attends",
            models.CharField(
                max_length=12, choices=same(*ATTENDS),
                default=landfast.meetings.rules.Attends["IN_PERSON"],
            ),
        ),
    )  # fmt: skip
