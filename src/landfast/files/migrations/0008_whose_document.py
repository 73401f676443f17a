"""Whoever put a document of an organisation there is more than a citizen: who deletes must see it.

`keeping_is_more` asks every table that points at a person, and could not ask this one.
"""

from django.db import migrations

from landfast.access.protect import helper_may


class Migration(migrations.Migration):
    """The helper reads the table."""

    dependencies = (("files", "0007_documents_asked_for"),)

    operations = (helper_may("files_document"),)
