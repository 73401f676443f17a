"""Besked til dig: how I want to be told, what was sent, and who cannot be reached."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.links import parts_of
from landfast.kernel import danish
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.messages import actions, queries
from landfast.messages.rules import ADDRESS_LINK, ADDRESS_LINK_LASTS, Way
from landfast.web.doors import actor_of, sitting_of
from landfast.web.forms import form_page, thank
from landfast.web.notices import by_word, present
from landfast.web.notices.forms import ChannelForm, CodeForm
from landfast.web.notices.screens import key_here
from landfast.web.pages import page
from landfast.web.plan.onward import named_next, onward


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """My channel, my quiet hours, and the log of what was sent to me."""
    actor = actor_of(request)
    channel = queries.channel(actor)
    screens = queries.devices(actor, sitting_of(request).sitting_id)
    has = {Way.PUSH: bool(screens), Way.POST: queries.has_number(actor)}
    without = frozenset(way for way, there in has.items() if not there)
    log = queries.deliveries(actor)
    form = ChannelForm(request.POST or None, initial=present.known(channel), without=without)
    return form_page(
        request, form, lambda: _choose(request, form.cleaned_data),
        then=lambda _none: _go_on(request), template="notices/notices.html", channel=channel,
        unconfirmed="" if channel.confirmed or channel.way is Way.NONE else channel.address,
        screens=screens, push_key=key_here(),
        said=present.said(channel.is_neutral, has_post=has[Way.POST]),
        log=[present.line(row) for row in log], is_lost=present.is_lost(log),
        missed=[present.missed(row) for row in queries.unreached(actor)],
    )  # fmt: skip


def _choose(request: HttpRequest, chosen: dict[str, Any]) -> None:
    actions.choose(
        actor=actor_of(request), way=Way(chosen["way"]), address=chosen["address"],
        quiet_from=chosen["quiet_from"], quiet_until=chosen["quiet_until"],
        phone=chosen.get("phone", ""), is_urgent=chosen.get("is_urgent", False),
        is_neutral=chosen["is_neutral"],
    )  # fmt: skip


def _go_on(request: HttpRequest) -> HttpResponse:
    """To the code, when a number waits for it; else back, with what happens next."""
    now = queries.channel(actor_of(request))
    waits = now.phone and not now.phone_confirmed
    return thank(request, present.thanks(now), "confirm_number" if waits else "notices")


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_number(request: HttpRequest) -> HttpResponse:
    """The code that came by SMS: yes, it is my number."""
    actor = actor_of(request)
    channel = queries.channel(actor)
    if not channel.phone or channel.phone_confirmed:
        return redirect("notices")
    form = CodeForm(request.POST or None)

    def then(fits: bool) -> HttpResponse:
        if fits:
            return thank(request, _("Tak. Nu kan du få sms fra os."), "notices")
        form.add_error("code", _("Koden passer ikke. Se efter i sms'en."))
        return page(request, "notices/number.html", shown, status=422)

    shown = {"form": form, "phone": danish.phone(channel.phone)}
    return form_page(
        request, form, lambda: actions.confirm_phone(actor=actor, code=form.cleaned_data["code"]),
        then=then, template="notices/number.html", phone=shown["phone"],
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


@require_POST
def note_said(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """It was said: noted with one touch, and the page after it can take it back."""
    until = by_word.noted(request.POST.get("until", ""))
    if until is None:
        raise NotNow("no_moment", _("Siden er for gammel. Åbn den igen, og tryk så på Sagt."))
    batch = actions.note_said(
        actor=actor_of(request), course_id=course_id, person_id=PersonId(person_id), until=until
    )
    back = (named_next(request) or reverse("monday")).partition("?")[0]
    return HttpResponseRedirect(f"{back}?sagt={course_id}.{batch}#say", status=303)


@require_POST
def take_back_said(request: HttpRequest, course_id: UUID, batch: UUID) -> HttpResponse:
    """It was not said after all: it waits again."""
    actions.take_back_said(actor=actor_of(request), course_id=course_id, batch=batch)
    return onward(request, "monday", said=_("Det venter igen på at blive sagt."))


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
