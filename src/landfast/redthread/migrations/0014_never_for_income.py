"""What rules find of her rests on signs and absences: who decides about her income sees none of it."""

from django.db import migrations

from landfast.access.protect import never_for_income


class Migration(migrations.Migration):
    """One gate."""

    dependencies = (
        ("redthread", "0013_document"),
        ("access", "0112_never_for_income"),
    )

    operations = (never_for_income("redthread_finding"),)
