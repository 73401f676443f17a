"""Signing in and out. In demonstration mode a page of personas stands instead of passwords."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.access import actions as access
from landfast.access import login
from landfast.access.actor import Actor
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import Refusal, Wrong
from landfast.login import provider
from landfast.login.actions import factors, sittings
from landfast.login.realms import realm, realms
from landfast.login.rules import Way
from landfast.web.desks import home_url
from landfast.web.doors import SESSION_DESKS, actor_of, public, sitting_of, visitor_of
from landfast.web.forms import did
from landfast.web.pages import own_page, page
from landfast.web.people.entering import asked_for, enter, stop_half_way
from landfast.web.people.forms import SignInForm
from landfast.web.people.present import personas
from landfast.web.people.provider_views import LOGOUT_HINT
from landfast.web.source import source_of
from landfast.web.typed import kept, typed


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Everybody's own first page."""
    return redirect(home_url(request.session.get(SESSION_DESKS, [])))


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """A provider, a passkey, or a login name and a password; personas in demonstration mode."""
    form = SignInForm(request.POST or None)
    if request.method == "POST":
        asked, found = did(form, lambda: _by_password(request, form))
        if found:
            return _after_password(request, *found)
        if asked:
            form.refuse()
    shown = personas() if settings.DEMO else []
    status = 422 if form.errors else 200
    context = {
        "form": form, "personas": shown, "realms": list(realms().values()),
        "onward": asked_for(request),
    }  # fmt: skip
    return page(request, "people/sign_in.html", context, status=status)


def _by_password(request: HttpRequest, form: SignInForm) -> tuple[Actor, str] | None:
    found = login.by_password(**form.cleaned_data, source=source_of(request))
    if found:
        sittings.check_start_password(found[0])
    return found


def _after_password(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    if factors.has_second_step(actor):
        return stop_half_way(request, actor, key)
    return enter(request, actor, Way.PASSWORD, key=key, onward=asked_for(request))


@public
@require_POST
def be_persona(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Step in as one of the demonstration's personas. Does not exist outside it."""
    chosen = [shown for shown in personas() if settings.DEMO and shown.person_id == person_id]
    key = login.key_of(person_id) if chosen else None
    if key is None:
        raise Http404
    actor = Actor(PersonId(person_id), chosen[0].kind, chosen[0].name)
    return enter(request, actor, Way.DEMO, key=key, onward=asked_for(request))


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; nothing of the session stays, here or at the provider."""
    if not visitor_of(request):
        request.session.flush()
        return redirect("sign_in")
    sitting, hint = sitting_of(request), request.session.get(LOGOUT_HINT, "")
    end_here(request)
    response = redirect(_provider_end(request, sitting.realm, hint) or reverse("sign_in"))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def end_here(request: HttpRequest) -> None:
    """The session ends, and nothing of it stays."""
    sittings.end(actor=actor_of(request), sitting_id=sitting_of(request).sitting_id)
    request.session.flush()


def _provider_end(request: HttpRequest, name: str, hint: str) -> str | None:
    """Where the provider ends its session too; here it has ended whatever the provider says."""
    known = realm(name)
    if known is None or not hint:
        return None
    try:
        back = request.build_absolute_uri(reverse("sign_in"))
        return provider.sign_out_address(known, hint, back)
    except Refusal:
        return None


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Danish, or another that is offered."""
    code = request.POST.get("sprog", "da")
    response = HttpResponseRedirect(_whence(request))
    if translation.check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 86400, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        )  # fmt: skip
    return response


@require_POST
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep what is being typed (called by the page as one types)."""
    key = kept(request.POST.get("kladde", ""))
    try:
        access.save_draft(actor=actor_of(request), key=key, fields=typed(request.POST))
    except Wrong as wrong:
        return JsonResponse({"saved": False, "why": wrong.said(_)}, status=422)
    return HttpResponse(status=204)


@require_POST
def forget_draft(request: HttpRequest) -> HttpResponse:
    """Its writer throws a draft away."""
    access.forget_draft(actor=actor_of(request), key=kept(request.POST.get("kladde", "")))
    messages.success(request, _("Kladden er væk."))
    return HttpResponseRedirect(_whence(request))


def _whence(request: HttpRequest) -> str:
    """The page that a small form of the frame was sent from, when it is our own."""
    return own_page(request, request.POST.get("tilbage", "")) or "/"


@public
@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """For the load balancer: the process answers and reaches its database."""
    return HttpResponse("ok", content_type="text/plain")
