"""Hurtigt væk: out at one touch, and the page that stands where hers stood."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from landfast.web import way_out
from landfast.web.doors import public, visitor_of
from landfast.web.pages import page
from landfast.web.people.views import end_here


@public
@require_POST
def vanish(request: HttpRequest) -> HttpResponse:
    """Leave at once: the session ends, and a page that says nothing stands there instead.

    The script has gone already; without it the answer leads on, and takes the place of the page.
    """
    if visitor_of(request):
        end_here(request)
    onward = {"Refresh": f"0; url={settings.LANDFAST_EXIT_URL}", "Clear-Site-Data": '"cache"'}
    answer = HttpResponse(headers=onward)
    way_out.mark(answer)
    return answer


@public
@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: HttpRequest) -> HttpResponse:
    """What her pages are after she left at a touch; pressed on, the door is there again."""
    if request.method == "POST":
        answer: HttpResponse = redirect("sign_in")
        way_out.unmark(answer)
        return answer
    answer = page(request, "people/aside.html", {"exit_url": settings.LANDFAST_EXIT_URL})
    answer.headers["Cache-Control"] = "no-store"
    return answer
