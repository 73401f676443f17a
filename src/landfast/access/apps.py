from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The mechanism of access, for every room."""

    name = "landfast.access"
    label = "access"
