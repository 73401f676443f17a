"""A ground in law is a ground of a grant, beside the citizen's yes."""

from django.db import migrations, models

from landfast.access.rules import Ground
from landfast.kernel.choices import choices


class Migration(migrations.Migration):
    """One choice more."""

    dependencies = (("access", "0032_emergency"),)

    operations = (
        migrations.AlterField(
            "grant", "ground", models.CharField(max_length=20, choices=choices(Ground))
        ),
    )
