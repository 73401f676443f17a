"""A wish goes to the right citizen with its promises, also when a meeting that stays made them.

The meeting keeps that something was proposed under its theme, and no longer what: that was about
another. Its lines in the minutes are taken out for themselves, as before (decision 35).
"""

import json

import django.db.models.deletion
from django.db import migrations, models

WENT = {"author": None, "with": ["meeting_id"], "takes": ["agreement_id"], "cuts": []}
CUT = WENT | {"cuts": ["agreement_id"]}
NOTE = "comment on policy moves on meetings_agreement is '{}';"


class Migration(migrations.Migration):
    """A column that may be empty; what the mover reads of its table and may write."""

    dependencies = (("meetings", "0105_asked_after_her_yes"), ("plan", "0030_movable"))

    operations = (
        migrations.AlterField(
            "meetingagreement",
            "agreement",
            models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+",
                to="plan.agreement",
            ),
        ),
        # going back, a column that is never empty has no room for what went to another
        migrations.RunSQL(
            migrations.RunSQL.noop, "delete from meetings_agreement where agreement_id is null;"
        ),
        migrations.RunSQL(
            "grant update (agreement_id) on meetings_agreement to landfast_helper;\n"
            + NOTE.format(json.dumps(CUT)),
            NOTE.format(json.dumps(WENT))
            + "\nrevoke update (agreement_id) on meetings_agreement from landfast_helper;",
        ),
    )  # fmt: skip
