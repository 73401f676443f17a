"""The leader's meetings: where and when each unit meets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.insight.overview import overseen
from landfast.people import queries as people
from landfast.web.doors import actor_of
from landfast.web.pages import page


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """The units that I lead, each with where and when it meets."""
    led = set(overseen(actor_of(request)))
    found = [unit for unit in people.all_units() if unit.id in led and unit.closed_on is None]
    return page(request, "insight/planned_units.html", {"units": found})
