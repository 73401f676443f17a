"""A ground for signs holds its document; grounds from before name it only."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = (("redthread", "0012_admitted"), ("files", "0006_documents"))

    operations = (
        migrations.AddField(
            model_name="signsground",
            name="paper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.document",
            ),
        ),
    )
