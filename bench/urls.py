"""The product's pages, and an empty one that only the bench has."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from landfast.config import urls
from landfast.web.pages import page


def empty(request: HttpRequest) -> HttpResponse:
    """A page with its frame and menu, for somebody who is logged in, about nothing."""
    return page(request, "bench/empty.html")


urlpatterns = [path("bench/empty/", empty, name="bench_empty"), *urls.urlpatterns]
handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
