"""The door for people, as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, template filters and static files."""

    name = "landfast.web"
    label = "web"
