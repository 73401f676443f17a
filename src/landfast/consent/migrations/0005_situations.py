"""A share says in which situation it reaches, and may be to a whole organisation."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

import landfast.access.rules

# the gate of a no knows the third kind of recipient
KEEPS = r"""
do $keeps$
begin
  execute replace(pg_get_functiondef('consent_share_keeps_a_no()'::regprocedure),
    '{before}', '{after}');
end $keeps$;
"""
TWO = "coalesce(person_id, unit_id) = coalesce(new.person_id, new.unit_id)"
THREE = (
    "coalesce(person_id, unit_id, organisation_id)"
    " = coalesce(new.person_id, new.unit_id, new.organisation_id)"
)


class Migration(migrations.Migration):
    """Four fields, and who the recipient can be."""

    dependencies = [
        ("consent", "0004_saying_no"),
        ("access", "0022_situations"),
        ("course", "0012_while_employed"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="share",
            name="share_names_a_person_or_a_unit",
        ),
        migrations.RemoveConstraint(
            model_name="share",
            name="one_no_per_recipient_and_round",
        ),
        migrations.AddField(
            model_name="share",
            name="meeting",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="share",
            name="organisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.organisation",
            ),
        ),
        migrations.AddField(
            model_name="share",
            name="situation",
            field=models.CharField(
                choices=[
                    ("always", "always"),
                    ("admitted", "admitted"),
                    ("unreachable", "unreachable"),
                    ("meeting", "meeting"),
                ],
                default=landfast.access.rules.Situation["ALWAYS"],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="share",
            name="situation_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation", None), ("person__isnull", False), ("unit", None)),
                    models.Q(("organisation", None), ("person", None), ("unit__isnull", False)),
                    models.Q(("organisation__isnull", False), ("person", None), ("unit", None)),
                    _connector="OR",
                ),
                name="share_names_one_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="share",
            constraint=models.UniqueConstraint(
                models.F("course"),
                django.db.models.functions.comparison.Coalesce("person", "unit", "organisation"),
                models.F("round"),
                condition=models.Q(("ended_at", None), ("state", "refused")),
                name="one_no_per_recipient_and_round",
            ),
        ),
        migrations.RunSQL(
            KEEPS.format(before=TWO, after=THREE), KEEPS.format(before=THREE, after=TWO)
        ),
    ]
