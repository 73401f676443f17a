"""Where a form leads back to: forms are used from several pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from landfast.web.pages import own_page


def onward(request: HttpRequest, page: str, *args: object, said: str = "") -> HttpResponse:
    """A word of thanks, and back to the page named by `next` when it is our own, else to this one.

    (303: what was sent is not sent again.)
    """
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(named_next(request) or resolve_url(page, *args), status=303)


def named_next(request: HttpRequest) -> str:
    """The page of our own that a form names as the one to go on to; empty when it names none."""
    return own_page(request, request.POST.get("next", ""))
