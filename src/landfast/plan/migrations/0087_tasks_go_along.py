"""A task that was an agreement goes along with it when that stood in the wrong course."""

import json

from django.db import migrations

BEFORE = {"author": None, "with": [], "takes": [], "cuts": []}
GOES = BEFORE | {"with": ["agreement_id"]}
NOTE = "comment on policy moves on plan_task is '{}';"


class Migration(migrations.Migration):
    """What the mover reads of one table."""

    dependencies = (("plan", "0086_wishes_to_hear"),)

    operations = (
        migrations.RunSQL(NOTE.format(json.dumps(GOES)), NOTE.format(json.dumps(BEFORE))),
    )
