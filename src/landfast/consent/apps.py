from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """What the citizen has agreed to."""

    name = "landfast.consent"
    label = "consent"
