"""The room as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files of a course."""

    name = "landfast.files"
    label = "files"
