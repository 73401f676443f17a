"""The code on her card: put there and taken away by her, opened by whoever holds the card (B3)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.links import key_of
from landfast.access.login import check_not_guessing, note_failed
from landfast.course.actions import card as actions
from landfast.course.rules.card import LINK
from landfast.journeys import see_own_course as own
from landfast.journeys.open_card import open_card
from landfast.kernel.refusals import NotFound
from landfast.paper.card import render
from landfast.web.doors import actor_of, public
from landfast.web.forms import thank
from landfast.web.lookup import present as whom_to_ring
from landfast.web.mine import card_present as present
from landfast.web.mine.views import wanted
from landfast.web.pages import page, pdf
from landfast.web.source import source_of


@require_POST
def make_code(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Put a code on my card; one on an older card opens nothing any more."""
    actions.make_code(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Nu er der en kode på dit kort."), "my_card")


@require_POST
def end_code(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Take it away: printed cards open nothing any more."""
    actions.end_code(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Koden er lukket. Gamle kort viser ikke noget mere."), "my_card")


@require_GET
def my_card_paper(request: HttpRequest) -> HttpResponse:
    """My card as paper: as large as a bank card, to cut out and fold."""
    seen = own.see_my_card(actor_of(request), wanted(request))
    if seen is None:
        raise NotFound
    return pdf(render(seen, present.picture(seen.code) if seen.code else ""), "kort.pdf")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def opened_card(request: HttpRequest, token: str) -> HttpResponse:
    """What the code opens: first what will be seen and told, then whom to ring.

    A look at the address shows nothing and tells nobody: cameras and mail programs look too.
    """
    code = key_of(LINK, token)
    seen = open_card(code=code) if code and request.method == "POST" else None
    if code is None or (request.method == "POST" and seen is None):
        _count(request)
        answer = page(request, "mine/card_unknown.html", status=404)
    elif seen is None:
        answer = page(request, "mine/card_found.html")
    else:
        answer = page(request, "mine/card_opened.html", whom_to_ring.shown(seen, with_arc=False))
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def _count(request: HttpRequest) -> None:
    """A code that fits opens whoever has guessed beside it; one that does not counts from here."""
    source = source_of(request)
    here = f"{LINK} {source}"
    check_not_guessing(here, source)
    note_failed(here, source)
