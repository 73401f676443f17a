"""The map drawn beside the citizen: the same strokes as hers, marked until she says yes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.see_network import see_network
from landfast.network.actions import drawing
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.mine.map_present import said
from landfast.web.mine.map_views import asked_spot
from landfast.web.network import present
from landfast.web.pages import page, wants_partial


@require_POST
def draw(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Somebody was let go at another spot."""
    thing, sphere, closeness = asked_spot(request)
    name = drawing.move(
        actor=actor_of(request), course_id=course_id, thing=thing, sphere=sphere,
        closeness=closeness,
    )  # fmt: skip
    return _drawn(request, course_id, said(name, closeness, sphere))


@require_POST
def undo(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The last stroke of today is taken back."""
    name = drawing.undo(actor=actor_of(request), course_id=course_id)
    return _drawn(request, course_id, _("%(name)s: det sidste er fortrudt.") % {"name": name})


def _drawn(request: HttpRequest, course_id: UUID, words: str) -> HttpResponse:
    if not wants_partial(request):
        return thank(request, words, "network", course_id)
    context = present.network(see_network(actor_of(request), course_id)) | {"said": words}
    return page(request, "network/network.html", context, partial="map")
