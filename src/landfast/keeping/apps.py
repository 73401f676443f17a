"""The room as a Django app."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """Blocking, delivery and deletion."""

    name = "landfast.keeping"
    label = "keeping"
