"""A question to a leader goes along with the promise that it is about."""

from django.db import migrations

from landfast.access.protect import movable


class Migration(migrations.Migration):
    """One table more that can be moved."""

    dependencies = (("plan", "0050_lighter"), ("course", "0062_joining"))

    operations = (movable("plan_decision_ask", goes_with="agreement_id"),)
