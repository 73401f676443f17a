"""Somebody who was named by the wrong citizen can be moved; her answers on seats go along."""

from django.db import migrations

from landfast.access.protect import movable


class Migration(migrations.Migration):
    """The team itself stays: who is in it needs the citizen's yes."""

    dependencies = (("network", "0005_no_log_no_read"), ("course", "0060_mending"))

    operations = (movable("network_relation", author=""), movable("network_seat"))
