"""Whoever put a document there is more than a citizen: what erases looks for that, here too."""

from django.db import migrations

from landfast.access.protect import helper_may


class Migration(migrations.Migration):
    """The right to see that a key stands here."""

    dependencies = (("files", "0006_documents"),)

    operations = (helper_may("files_document"),)
