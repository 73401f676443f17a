"""Her answers to whom she could have beside those who help already (B4)."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """A column of roles, and one answer of each kind per need.

    Going back drops what she said of roles to think of first: there was no place for it.
    """

    dependencies = (("network", "0030_leaving"),)

    operations = (
        migrations.AddField("seat", "beside", models.JSONField(default=list, db_default=[])),
        migrations.RemoveConstraint("seat", "one_answer_per_seat"),
        migrations.AddConstraint(
            "seat",
            models.UniqueConstraint(
                fields=("course", "need"), name="one_answer_per_seat", condition=Q(beside=[])
            ),
        ),
        migrations.AddConstraint(
            "seat",
            models.UniqueConstraint(
                fields=("course", "need"), name="one_answer_beside_it", condition=~Q(beside=[])
            ),
        ),
        migrations.RunSQL(
            migrations.RunSQL.noop, "delete from network_seat where beside <> '[]'::jsonb;"
        ),
    )
