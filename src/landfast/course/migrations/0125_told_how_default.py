"""An answer is written by a process of the code before too, which knows no `told_how`."""

from django.db import migrations, models

from landfast.course.rules.words import ToldHow
from landfast.kernel.choices import choices


class Migration(migrations.Migration):
    """The column's value, when none is said, is the database's own."""

    dependencies = (("course", "0124_covering"),)

    operations = (
        migrations.AlterField(
            "decision",
            "told_how",
            models.CharField(max_length=10, blank=True, choices=choices(ToldHow), db_default=""),
        ),
    )
