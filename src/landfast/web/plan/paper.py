"""Paper to write her own words on; typed in afterwards."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.kernel.clock import today
from landfast.paper.own_form import render
from landfast.web.doors import actor_of
from landfast.web.pages import pdf


@require_GET
def own_form_pdf(request: HttpRequest) -> HttpResponse:
    """Nobody's name stands on it."""
    actor_of(request)
    return pdf(render(today()), "mine-ord.pdf")
