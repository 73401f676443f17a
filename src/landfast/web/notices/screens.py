"""Notices on the screen of one's own telephone: put on by a touch there, taken off anywhere."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.interop.push.letters import heard
from landfast.interop.push.proof import public_of
from landfast.kernel.refusals import NotFound, Wrong
from landfast.login.rules import device_of
from landfast.messages import actions
from landfast.web.doors import actor_of, sitting_of
from landfast.web.forms import thank


def key_here() -> str:
    """What a browser is told, so that it takes notices from here only; empty: none are offered."""
    return public_of(settings.LANDFAST_PUSH_KEY) if settings.LANDFAST_HAS_PUSH else ""


@require_POST
def add_screen(request: HttpRequest) -> HttpResponse:
    """What a browser's own script sends when its owner has said yes there."""
    if not settings.LANDFAST_HAS_PUSH:
        raise NotFound
    actions.add_device(
        actor=actor_of(request), sitting_id=sitting_of(request).sitting_id,
        name=device_of(request.headers.get("User-Agent", "")),
        endpoint=request.POST.get("endpoint", ""), key=_bytes(request, "p256dh"),
        secret=_bytes(request, "auth"), services=settings.LANDFAST_PUSH_SERVICES,
    )  # fmt: skip
    return HttpResponse(status=204)


def _bytes(request: HttpRequest, name: str) -> bytes:
    try:
        return heard(request.POST.get(name, ""))
    except ValueError:
        raise Wrong("no_key", _("Det lykkedes ikke. Prøv igen.")) from None


@require_POST
def remove_screen(request: HttpRequest, device_id: UUID) -> HttpResponse:
    """Nothing on that screen any more."""
    actions.remove_device(actor=actor_of(request), device_id=device_id)
    return thank(request, _("Den viser ikke besked fra os mere."), "notices")
