"""That somebody left this browser at a touch (Hurtigt væk): its way back leads to no page of ours.

*Tilbage* asks for the pages again that were open before. The door would stand there with our name
and where she was in its address. So the browser is marked as she leaves, and until somebody presses
on, whoever is not signed in gets one page under one address, which says nothing. The mark names
nobody and goes with the browser's own session.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

MARK = "__Host-side" if settings.SESSION_COOKIE_SECURE else "side"


def mark(answer: HttpResponse) -> None:
    """This browser was left at a touch."""
    answer.set_cookie(
        MARK, "1", samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=True
    )


def unmark(answer: HttpResponse) -> None:
    """Somebody wants in again."""
    answer.delete_cookie(MARK, samesite="Lax")


def hides(request: HttpRequest) -> bool:
    """Is a page of ours asked for in a window that was left at a touch?

    What a page or a worker fetches for itself is no page; an old browser does not say which it is.
    """
    is_page = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    return request.method in {"GET", "HEAD"} and is_page and MARK in request.COOKIES
