"""Danish until somebody chooses otherwise in the footer.

Django's own middleware follows the browser's language. Here the words of citizens and
their network are Danish, and a borrowed or unconfigured device says little about who reads.
A language may speak on some pages only (docs/languages.md): the others are Danish from top to end.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation

SOME_PAGES = {"ar": frozenset({"front", "my_course", "my_card", "my_meetings"})}
"""Languages that do not speak everywhere yet, and the pages on which they do."""


def speaks(code: str, path: str) -> bool:
    """Does this language say the whole page?"""
    if code not in SOME_PAGES:
        return True
    try:
        return resolve(path).url_name in SOME_PAGES[code]
    except Resolver404:
        return False


class LanguageMiddleware:
    """The language of the cookie; Danish when there is none, or one we do not have."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language, and say which it was."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen in dict(settings.LANGUAGES) and speaks(chosen, request.path_info)
        code = chosen if known else settings.LANGUAGE_CODE
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response
