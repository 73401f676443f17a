"""The room as a Django app."""

from django.apps import AppConfig


class CirclesConfig(AppConfig):
    """Standing meetings."""

    name = "landfast.circles"
    label = "circles"
