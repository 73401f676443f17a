"""The door for people, as Django knows it."""

from functools import lru_cache

from django.apps import AppConfig
from django.conf import settings
from django.forms import DateField
from django.utils.translation import trans_real

from landfast.web.plain_errors import say_it_plainly

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
        say_it_plainly()
        DateField.input_formats = DATES
        remember_words()


def remember_words() -> None:
    """A text is looked up once in each language: a page asks for some 150.

    Danish is the source: its texts are missing in every catalogue, and each asked all of them.
    """
    for code, _name in settings.LANGUAGES:
        language = trans_real.translation(code)
        language.gettext = lru_cache(TEXTS)(language.gettext)  # type: ignore[method-assign]
