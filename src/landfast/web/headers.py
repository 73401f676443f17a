"""Headers that Django's own middleware does not send: what a page may never do, and for whom."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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
