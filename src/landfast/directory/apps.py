from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """What each unit does and when it answers."""

    name = "landfast.directory"
    label = "directory"
