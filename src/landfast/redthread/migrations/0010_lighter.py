"""What posts and single topics reach is asked when it must be, not by each statement (decision 23)."""

from django.db import migrations

from landfast.access.lighter import lighten


class Migration(migrations.Migration):
    """Policies in another form; the same rows."""

    dependencies = (("redthread", "0009_counted"), ("access", "0090_what_is_seldom_asked"))

    operations = (lighten("redthread_finding"),)
