"""A cover that is taken back on its first day ends the day before it: nothing of it is left."""

from django.db import migrations, models
from django.db.models import F, Q, Value


class Migration(migrations.Migration):
    """One constraint, a day wider."""

    dependencies = (("course", "0091_list_alike"),)

    operations = (
        migrations.RemoveConstraint("deputyship", "deputyship_ends_after_it_starts"),
        migrations.AddConstraint(
            "deputyship",
            models.CheckConstraint(
                name="deputyship_ends_after_it_starts",
                condition=Q(
                    ends_on__gte=models.ExpressionWrapper(
                        F("starts_on") - Value(1), output_field=models.DateField()
                    )
                ),
            ),
        ),
    )
