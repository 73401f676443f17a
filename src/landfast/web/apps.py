"""The door for people, as Django knows it."""

from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """Templates, template filters and static files."""

    name = "landfast.web"
    label = "web"

    def ready(self) -> None:
        """A missing answer is asked for in the house's own words, in every form."""
        Field.default_error_messages["required"] = _("Her mangler et svar.")
