"""The room as a Django app."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Copies of courses without a name, workshops and audits."""

    name = "landfast.learning"
    label = "learning"
