"""Who reads for her has a key to their place on her map, when she let them in from there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column. Whom she named before has none: a name is no key."""

    dependencies = (("consent", "0082_paper_of_the_team"),)

    operations = (migrations.AddField("proxy", "place", models.UUIDField(null=True)),)
