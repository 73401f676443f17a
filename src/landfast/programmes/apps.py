from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Templates for courses."""

    name = "landfast.programmes"
    label = "programmes"
