"""A task may hold what a citizen who moves has said yes to be told: up to 2,000 characters.

PostgreSQL widens the column in place, without reading the table. Backwards, nobody's words are cut:
a task that is too long for the narrow column keeps the migration from going back.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("plan", "0076_one_for_a_course"),)

    operations = (
        migrations.AlterField("task", "text", models.CharField(max_length=2500)),
    )  # fmt: skip
