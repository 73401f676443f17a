"""Besked til dig: how I want to be told, what was sent, and who cannot be reached."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.links import parts_of
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.messages import actions, queries
from landfast.messages.rules import ADDRESS_LINK, ADDRESS_LINK_LASTS, Way
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.notices import present
from landfast.web.notices.forms import ChannelForm
from landfast.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """My channel, my quiet hours, and the log of what was sent to me."""
    actor = actor_of(request)
    channel = queries.channel(actor)
    form = ChannelForm(request.POST or None, initial=present.known(channel))
    return form_page(
        request, form, lambda: _choose(request, form.cleaned_data),
        then=lambda _none: thank(request, present.thanks(form.cleaned_data, channel), "notices"),
        template="notices/notices.html",
        unconfirmed=channel.address if channel.way is Way.MAIL and not channel.confirmed else "",
        log=[present.line(row) for row in queries.deliveries(actor)],
        missed=[present.missed(row) for row in queries.unreached(actor)],
    )  # fmt: skip


def _choose(request: HttpRequest, chosen: dict[str, Any]) -> None:
    actions.choose(
        actor=actor_of(request), way=Way(chosen["way"]), address=chosen["address"],
        quiet_from=chosen["quiet_from"], quiet_until=chosen["quiet_until"],
    )  # fmt: skip


@require_POST
def retry_staff(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Try again what did not reach a colleague."""
    actions.retry_staff(actor=actor_of(request), person_id=PersonId(person_id))
    return thank(request, _("Vi prøver igen nu."), "notices")


@require_POST
def retry_course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Try again what did not reach a citizen."""
    actions.retry_course(actor=actor_of(request), course_id=course_id)
    said = _("Vi prøver igen nu. Ring alligevel, hvis det haster.")
    return thank(request, said, "course", course_id)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """Yes, it is my address. Opening the link changes nothing: mail programs open links too."""
    actor = actor_of(request)
    parts = parts_of(ADDRESS_LINK, token, within=ADDRESS_LINK_LASTS)
    if parts is None:
        raise NotNow(
            "link_too_old", _("Linket er for gammelt. Gem adressen igen, så får du et nyt.")
        )
    person_id, address = parts
    if person_id != str(actor.person_id):
        raise NotFound
    if request.method == "POST":
        actions.confirm(actor=actor, address=address)
        return thank(request, _("Tak. Nu får du besked, når der er nyt."), "notices")
    return page(request, "notices/confirm.html", {"address": address})
