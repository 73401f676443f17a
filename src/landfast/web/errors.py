"""Pages for what goes wrong outside the rooms: nobody meets a bare error."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse

from landfast.web.pages import page
from landfast.web.templatetags.ringing import who_can_i_ring

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such address."""
    del exception
    return page(request, "refusal.html", {"status": 404}, status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django itself refused."""
    del exception
    return page(request, "refusal.html", {"status": 403}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """The fault is ours. Nothing is read on the way: what went wrong may be the reading."""
    context = {"status": 500, "ring": who_can_i_ring()}
    return page(request, "refusal.html", context, status=500)


def stale_form(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    """The form was opened too long ago, or in another browser (CSRF)."""
    del reason
    return page(request, "refusal.html", {"status": 409, "code": "form_too_old"}, status=403)


def said(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Where a form is sent, nothing stands: who reloads such an address gets no empty page."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
        return response
    answer = page(request, "refusal.html", {"status": 405}, status=405)
    answer.headers["Allow"] = response.headers.get("Allow", "")
    return answer


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Too much, or not a form at all."""
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if isinstance(exception, TOO_MUCH) else 400
    return page(request, "refusal.html", {"status": int(status)}, status=int(status))
