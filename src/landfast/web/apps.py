"""The door for people, as Django knows it."""

from functools import lru_cache

from django.apps import AppConfig
from django.conf import settings
from django.forms import Field
from django.utils.translation import gettext_lazy as _
from django.utils.translation import trans_real

TEXTS = 8192
"""More than there are in the house."""


class WebConfig(AppConfig):
    """Templates, template filters and static files."""

    name = "landfast.web"
    label = "web"

    def ready(self) -> None:
        """A missing answer is asked for in the house's own words, in every form."""
        Field.default_error_messages["required"] = _("Her mangler et svar.")
        remember_words()


def remember_words() -> None:
    """A text is looked up once in each language: a page asks for some 150.

    Danish is the source: its texts are missing in every catalogue, and each asked all of them.
    """
    for code, _name in settings.LANGUAGES:
        language = trans_real.translation(code)
        language.gettext = lru_cache(TEXTS)(language.gettext)  # type: ignore[method-assign]
