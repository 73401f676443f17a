"""How much energy she has is a row of its own: who decides about her income never reads it."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from landfast.access.protect import erasable, logged, never_for_income, protect

ENERGY = "course_energy"


class Migration(migrations.Migration):
    """A table takes over two columns, with what stands in them."""

    dependencies = (("course", "0113_never_for_income"),)

    operations = (
        migrations.RemoveConstraint("profile", "energy_is_1_to_5"),
        migrations.CreateModel(
            name="Energy",
            fields=[
                ("course", models.OneToOneField(
                    on_delete=django.db.models.deletion.RESTRICT, primary_key=True,
                    related_name="+", serialize=False, to="course.course")),
                ("energy", models.PositiveSmallIntegerField()),
                ("said_on", models.DateField()),
            ],
            options={
                "db_table": ENERGY,
                "constraints": [
                    models.CheckConstraint(
                        name="energy_is_1_to_5", condition=Q(energy__range=(1, 5))
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            f"insert into {ENERGY} (course_id, energy, said_on) select course_id, energy,"
            " coalesce(energy_on, updated_at::date) from course_profile where energy is not null;",
            f"update course_profile p set energy = e.energy, energy_on = e.said_on from {ENERGY} e"
            " where e.course_id = p.course_id;",
        ),
        migrations.RemoveField("profile", "energy"),
        migrations.RemoveField("profile", "energy_on"),
        protect(ENERGY),
        logged(ENERGY),
        never_for_income(ENERGY),
        erasable(ENERGY),
    )  # fmt: skip
