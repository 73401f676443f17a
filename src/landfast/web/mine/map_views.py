"""Mit netværkskort: drawn by finger or mouse, by keyboard, or by the list beside it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.journeys.see_my_map import see_my_map
from landfast.kernel.refusals import NotFound, Wrong
from landfast.network.actions import beside, drawing
from landfast.network.rules import Closeness, Sphere
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.mine import map_present as present
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page, wants_partial

DIGITS = 5


@require_GET
def my_map(request: HttpRequest) -> HttpResponse:
    """The map as it is now, or as it was on one of its days."""
    number = request.GET.get("nr", "")
    return _map(request, int(number[:DIGITS]) if number.isdecimal() else None)


@require_POST
def draw(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Somebody was let go at another spot, or sent a step by a button."""
    return _drawn(request, course_id, moved(request, course_id))


@require_POST
def undo(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Fortryd: the last stroke of today."""
    return _drawn(request, course_id, undone(request, course_id))


@require_POST
def confirm(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Ja, sådan er det: what somebody drew beside me is mine now."""
    beside.confirm_map(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Tak. Nu er det dit kort."), "my_map")


def _drawn(request: HttpRequest, course_id: UUID, said: str) -> HttpResponse:
    """The map anew: as a part for the script, else by the page itself."""
    if wants_partial(request):
        return _map(request, None, said, course_id)
    return thank(request, said, "my_map")


def _map(
    request: HttpRequest, number: int | None, said: str = "", course_id: UUID | None = None
) -> HttpResponse:
    seen = see_my_map(actor_of(request), course_id or wanted(request), number)
    if seen is None:
        return no_course(request)
    context = {**present.my_map(seen), "said": said}
    return page(request, "mine/my_map.html", context, partial="map")


def moved(request: HttpRequest, course_id: UUID) -> str:
    """Somebody was let go at another spot; what is said of it."""
    thing, sphere, closeness = _asked_spot(request)
    name = drawing.move(
        actor=actor_of(request), course_id=course_id, thing=thing, sphere=sphere,
        closeness=closeness,
    )  # fmt: skip
    return present.said(name, closeness, sphere)


def undone(request: HttpRequest, course_id: UUID) -> str:
    """The last stroke of today is taken back; what is said of it."""
    actor = actor_of(request)
    return present.said_undone(
        drawing.undo(actor=actor, course_id=course_id), to_her=actor.is_citizen
    )


def _asked_spot(request: HttpRequest) -> tuple[UUID, Sphere, Closeness]:
    """Who was let go, and where; anything else is no spot of the map."""
    said = request.POST
    try:
        thing = UUID(said.get("thing", ""))
    except ValueError as error:
        raise NotFound from error
    sphere, closeness = said.get("sphere", ""), said.get("closeness", "")
    if sphere not in set(Sphere) or closeness not in set(Closeness):
        raise Wrong("no_such_spot", _("Slip på en plads inden for ringene."))
    return thing, Sphere(sphere), Closeness(closeness)
