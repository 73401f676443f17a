"""The door for people, as Django knows it."""

from functools import lru_cache

from django.apps import AppConfig
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms import DateField, Field, IntegerField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import trans_real

TEXTS = 8192
"""More than there are in the house."""


DATES = ["%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"]
"""As a browser sends a date, and as people here write one where it has no calendar."""


class WebConfig(AppConfig):
    """Templates, template filters and static files."""

    name = "landfast.web"
    label = "web"

    def ready(self) -> None:
        """What is missing or wrong is said in the house's own words, in every form."""
        Field.default_error_messages["required"] = _("Her mangler et svar.")
        DateField.default_error_messages["invalid"] = _("Skriv en dato, der findes.")
        DateField.input_formats = DATES
        IntegerField.default_error_messages["invalid"] = _("Skriv et helt tal.")
        MinValueValidator.message = _("Skriv et tal på mindst %(limit_value)s.")
        MaxValueValidator.message = _("Skriv et tal på højst %(limit_value)s.")
        remember_words()


def remember_words() -> None:
    """A text is looked up once in each language: a page asks for some 150.

    Danish is the source: its texts are missing in every catalogue, and each asked all of them.
    """
    for code, _name in settings.LANGUAGES:
        language = trans_real.translation(code)
        language.gettext = lru_cache(TEXTS)(language.gettext)  # type: ignore[method-assign]
