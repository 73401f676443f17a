from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Wishes and agreements."""

    name = "landfast.plan"
    label = "plan"
