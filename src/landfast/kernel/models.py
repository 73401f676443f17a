"""Abstract models that every room builds on."""

from typing import ClassVar

from django.db import models

from landfast.kernel import lookups  # noqa: F401 - `__any_of` for every room
from landfast.kernel.clock import now
from landfast.kernel.holding import Holds
from landfast.kernel.ids import new_id


class Row(models.Model):
    """A row with a key that sorts by time."""

    holds: ClassVar[Holds]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class Dated(Row):
    """A row that knows when it was written."""

    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True
