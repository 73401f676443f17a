"""The room as a Django app."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    """Anonymous questions."""

    name = "landfast.consultation"
    label = "consultation"
