"""The data protection officer reads the documents of the organisation whose looks they oversee."""

from django.db import migrations

KEEPER = "organisation_id = any ((select access_my_organisations('rules_keep'))::uuid[])"
OFFICER = "organisation_id = any ((select access_oversees())::uuid[])"


class Migration(migrations.Migration):
    """One policy."""

    dependencies = (("files", "0007_documents_asked_for"), ("access", "0021_oversight"))

    operations = (
        migrations.RunSQL(
            f"alter policy see on files_document using ({KEEPER} or {OFFICER})",
            f"alter policy see on files_document using ({KEEPER})",
        ),
    )
