"""A draft is kept under its page's address, and three keys in an address are more than 120 long."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column is wider: no row is rewritten."""

    dependencies = (("access", "0034_apart"),)

    operations = (migrations.AlterField("draft", "key", models.CharField(max_length=200)),)
