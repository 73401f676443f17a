"""How many children under eighteen she has: somebody asks how it is for them (RT-23)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column, nought when nobody has said."""

    dependencies = (("course", "0098_lookup"),)

    operations = (
        migrations.AddField(
            "profile", "children", models.PositiveSmallIntegerField(default=0, db_default=0)
        ),
    )
