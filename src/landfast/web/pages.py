"""How a page leaves the house: rendered at once, whole or as one of its partials."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

NOWHERE = UUID(int=0)


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
    partial: str = "",
) -> HttpResponse:
    """Render a page now, while the actor is still known to the database.

    `partial` names a `{% partialdef … %}` of the template; it is sent instead of the
    whole page when htmx asks. The view chooses it; nothing in the request may.
    A lazy response would be rendered after the transaction, without an actor, and
    row-level security would show an empty page: there is none here.
    """
    name = f"{template}#{partial}" if partial and wants_partial(request) else template
    response = HttpResponse(render_to_string(name, dict(context or {}), request), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def pdf(content: bytes, name: str) -> HttpResponse:
    """A paper: shown by the browser, kept by nobody on the way."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"},
    )


def to(name: str, *ids: object) -> str:
    """The address of a page. Where keys stand in it is asked of the resolver once a page's name."""
    if not all(isinstance(one, UUID) for one in ids):
        return reverse(name, args=ids)
    first, *others = _pieces(name, len(ids), get_script_prefix())
    return first + "".join(f"{key}{piece}" for key, piece in zip(ids, others, strict=True))


@cache
def _pieces(name: str, keys: int, prefix: str) -> list[str]:
    del prefix  # the resolver puts it before the address: it belongs to the key
    return reverse(name, args=[NOWHERE] * keys).split(str(NOWHERE))


def leave(request: HttpRequest, name: str, *ids: object) -> HttpResponse:
    """On to another page; htmx is told so, else it would look for its part there."""
    if wants_partial(request):
        return HttpResponse(status=204, headers={"HX-Redirect": to(name, *ids)})
    return redirect(name, *ids)


def own_page(request: HttpRequest, address: str) -> str:
    """An address that came with a request, when it is a page of our own; empty when it is not."""
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())
    return address if ours else ""


def wants_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page; never when it restores or boosts a whole one."""
    asked = {header: request.headers.get(f"HX-{header}") == "true" for header in HEADERS}
    return asked["Request"] and not asked["History-Restore-Request"] and not asked["Boosted"]


HEADERS = ("Request", "History-Restore-Request", "Boosted")
