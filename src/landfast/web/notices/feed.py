"""My meetings in my own calendar: an address that one makes, shows once, and takes back (C6)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landfast.kernel.clock import now
from landfast.meetings.queries import inviting
from landfast.messages import actions, queries
from landfast.paper import calendar
from landfast.web.doors import actor_of, for_machines, public
from landfast.web.forms import thank
from landfast.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def my_feed(request: HttpRequest) -> HttpResponse:
    """What it is, and whether I have one; a new address is shown here and nowhere else."""
    actor, address = actor_of(request), ""
    if request.method == "POST":
        key = actions.open_feed(actor=actor)
        address = settings.LANDFAST_PUBLIC_URL + reverse("calendar_feed", args=[key])
    since = queries.channel(actor).feed_since
    return page(request, "notices/feed.html", {"address": address, "since": since})


@require_POST
def close_feed(request: HttpRequest) -> HttpResponse:
    """The address opens nothing any more."""
    actions.close_feed(actor=actor_of(request))
    return thank(request, _("Adressen virker ikke længere."), "my_feed")


@public
@for_machines
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """The meetings behind an address, for a calendar program: times, and nobody's name."""
    rows = inviting.feed(key)
    if rows is None:  # nobody guesses such a key; programs ask for a closed one for years
        return HttpResponse(status=404)
    entries = [
        calendar.Entry(
            f"{row.uid}@landfast", row.starts_at, row.minutes_long,
            settings.LANDFAST_PUBLIC_URL + "/", is_cancelled=row.is_cancelled,
        )
        for row in rows
    ]  # fmt: skip
    return HttpResponse(
        calendar.feed(entries, now()), content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"},
    )  # fmt: skip
