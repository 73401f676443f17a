"""Observations ask what posts and single topics reach when they must, not each time."""

from django.db import migrations

from landfast.access.lighter import lighten


class Migration(migrations.Migration):
    """A policy in another form; the same rows."""

    dependencies = (("course", "0070_no_longer_counted"), ("access", "0090_what_is_seldom_asked"))

    operations = (lighten("course_observation"),)
