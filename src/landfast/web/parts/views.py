"""The gallery at /parts/: every part in its states, with invented people."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from landfast.web.doors import public
from landfast.web.pages import page
from landfast.web.parts import examples

GROUNDS = {"borger": "parts_citizen.html", "arbejde": "parts_work.html"}


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Every part in its states; only where nobody's life is kept."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    ground = GROUNDS.get(request.GET.get("side", ""), GROUNDS["borger"])
    return page(request, ground, examples.everything())
