"""Headers that Django's own middleware does not send: what a page may never do, and for whom."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from django.urls import resolve

from landfast.web.doors import is_for_machines

NEVER = ("camera", "geolocation", "microphone", "payment", "usb", "display-capture", "midi")
HEADERS = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class HeadersMiddleware:
    """Puts them on every answer, static files too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say so."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class TlsMiddleware(SecurityMiddleware):
    """Sends people on to TLS, and refuses programs: what they sent has been read on the way.

    A program that is sent on goes on saying its secrets on an open line, and nobody notices
    (ASVS 4.1.2).
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse, send on, or let in."""
        if self.redirect and not request.is_secure() and _is_for_machines(request):
            return HttpResponse("TLS", status=HTTPStatus.FORBIDDEN, content_type="text/plain")
        answer: HttpResponse = super().__call__(request)  # type: ignore[assignment]
        return answer


def _is_for_machines(request: HttpRequest) -> bool:
    try:
        return is_for_machines(resolve(request.path_info).func)
    except Http404:
        return False
