"""Referring a citizen, or oneself (product A1)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.course.actions import referral
from landfast.course.queries import referrals
from landfast.course.rules.words import Says
from landfast.journeys.ask_anonymously import own_words
from landfast.journeys.see_referral import read_to_ask
from landfast.web import drafts
from landfast.web.course import referral_present as present
from landfast.web.course.referral_forms import AskedForm, ReferForm, ReferSelfForm
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def refer(request: HttpRequest) -> HttpResponse:
    """An employee refers a citizen. A no stops here, and nothing is kept.

    Before the words go with it one is asked: until then they lie on the page and nowhere else.
    """
    actor = actor_of(request)
    if "stop" in request.POST:
        return redirect("referral_stops")
    call_id = _uuid(request.POST.get("opkald") or request.GET.get("opkald"))
    desk = referrals.desk(actor, call_id)
    form = ReferForm(
        request.POST or None, units=desk.units, askers=present.askers(actor, desk),
        initial=_from_call(desk) | _from_question(request),
    )  # fmt: skip
    if request.POST.get("says") == Says.NO:
        drafts.forget(request)
        return page(request, "referral/said_no.html", {"form": form, "call": desk.call})
    return form_page(
        request, form,
        lambda: referral.refer(actor=actor, callback_id=call_id, **form.told()),
        then=lambda receipt: redirect("referral_receipt", receipt.id),
        template="referral/refer.html", readers=present.readers(desk), call=desk.call,
    )  # fmt: skip


@require_GET
def referral_stops(request: HttpRequest) -> HttpResponse:
    """The citizen said no to being referred: what one can do then."""
    return page(request, "referral/stops_here.html")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _from_call(desk: referrals.Desk) -> dict[str, Any]:
    """What was left with the number, to begin with."""
    if desk.call is None:
        return {}
    own = {"name": desk.call.name, "phone": desk.call.phone} if desk.call.about_self else {}
    return {**own, "needs": [desk.call.area]}


def _from_question(request: HttpRequest) -> dict[str, Any]:
    """What was asked without a name, to begin with, when the citizen has said yes (F7)."""
    question = _uuid(request.GET.get("sparring"))
    return {"seen": own_words(actor_of(request), question)} if question else {}


@require_GET
def referral_receipt(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The receipt of what I sent, and how it goes."""
    actor = actor_of(request)
    receipt = referrals.receipt(actor, referral_id)
    context = {
        "receipt": receipt,
        "state": present.state_chip(receipt),
        "steps": present.what_now(receipt),
    }
    ground = "self_receipt" if actor.is_citizen else "receipt"
    return page(request, f"referral/{ground}.html", context)


@require_GET
def my_referrals(request: HttpRequest) -> HttpResponse:
    """What I have sent, and whom I am to ask."""
    found = referrals.mine(actor_of(request))
    return page(request, "referral/mine.html", present.mine(found))


@require_http_methods(FORM)
def ask_citizen(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Bring the citizen's answer: a yes goes on, a no leaves nothing."""
    form = AskedForm(request.POST or None)
    found = read_to_ask(actor_of(request), referral_id)
    return form_page(
        request, form, lambda: _note(request, referral_id, form),
        then=lambda word: thank(request, word, "my_referrals"),
        template="referral/ask.html", asked=found, needs=present.need_names(found.needs),
    )  # fmt: skip


def _note(request: HttpRequest, referral_id: UUID, form: AskedForm) -> str:
    actor = actor_of(request)
    if form.cleaned_data["answer"] == Says.NO:
        referral.note_no(actor=actor, referral_id=referral_id)
        return _("Tak. Henvendelsen er slettet, og der er ikke gemt noget om borgeren.")
    referral.note_yes(actor=actor, referral_id=referral_id, words=form.cleaned_data["words"])
    return _("Tak. Henvendelsen er gået videre, og vi ringer til borgeren.")


@require_http_methods(FORM)
def refer_self(request: HttpRequest) -> HttpResponse:
    """The citizen asks for a course; with one already she is shown the way to it."""
    actor = actor_of(request)
    way_in = referrals.has_way_in(actor)
    if way_in.has_course or way_in.has_written:
        return page(request, "referral/have_you.html", {"way_in": way_in, "receipt": way_in.last})
    desk = referrals.desk(actor)
    known = {"name": way_in.name, "phone": way_in.phone}
    form = ReferSelfForm(request.POST or None, units=desk.units, initial=known)
    return form_page(
        request, form, lambda: referral.refer_self(actor=actor, **form.told()),
        then=lambda receipt: redirect("referral_receipt", receipt.id),
        template="form_page.html", heading=_("Bed om et forløb"),
        lede=_("Vi ringer til dig, og du bestemmer, hvad der skal ske."),
        submit=_("Bed os ringe"), readers=present.self_readers(desk),
    )  # fmt: skip
