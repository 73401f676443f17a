"""What is left to a maker after a death is not to be finished: the row says so by itself.

Its maker no longer reaches the course, and could not read there how it ended.
"""

from django.db import migrations, models

FOR_OLDER_CODE = "alter table plan_task alter column after_death set default false"


class Migration(migrations.Migration):
    """A new column: nothing is rewritten, and who writes a row without it goes on doing so.

    Its default is the database's alone: with one of Django's an insert would read the row back,
    and only the row's maker may.
    """

    dependencies = (("plan", "0095_after_a_no"),)

    operations = (
        migrations.AddField("task", "after_death", models.BooleanField(default=False)),
        migrations.RunSQL(
            FOR_OLDER_CODE, "alter table plan_task alter column after_death drop default"
        ),
    )
