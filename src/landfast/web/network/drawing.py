"""The map drawn beside the citizen: the same strokes as hers, marked until she says yes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from landfast.journeys.see_network import see_network
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.mine.map_views import moved, undone
from landfast.web.network import present
from landfast.web.pages import page, wants_partial


@require_POST
def draw(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Somebody was let go at another spot."""
    return _drawn(request, course_id, moved(request, course_id))


@require_POST
def undo(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The last stroke of today is taken back."""
    return _drawn(request, course_id, undone(request, course_id))


def _drawn(request: HttpRequest, course_id: UUID, words: str) -> HttpResponse:
    if not wants_partial(request):
        return thank(request, words, "network", course_id)
    context = present.network(see_network(actor_of(request), course_id)) | {"said": words}
    return page(request, "network/network.html", context, partial="map")
