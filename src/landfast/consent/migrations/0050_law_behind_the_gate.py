"""Who reads because the law lets them is seen on a page that has logged a look at the course."""

from django.db import migrations

from landfast.access.protect import logged


class Migration(migrations.Migration):
    """A gate in front of the table."""

    dependencies = (("consent", "0045_paper_as_evidence"), ("access", "0050_kinds_of_looks"))

    operations = (logged("consent_by_law"),)
