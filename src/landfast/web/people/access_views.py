"""My access: my sessions, and what I come in by. Changing it asks again who I am."""

from uuid import UUID

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from landfast.login import queries
from landfast.login.actions import factors, identities, passkeys, sittings
from landfast.login.realms import realms
from landfast.login.rules import Way, check_may_add_steps, may_add_steps
from landfast.people import queries as people
from landfast.web.doors import (
    SESSION_KEY,
    actor_of,
    before_new_password,
    before_second_step,
    require_step_up,
    sitting_of,
)
from landfast.web.forms import did
from landfast.web.pages import page
from landfast.web.people.entering import site_of
from landfast.web.people.forms import AppCodeForm, NewPasswordForm, PasskeyForm
from landfast.web.people.present import access_of

MAKING = "passkey_making"


@before_new_password
@before_second_step
@require_step_up("my_access")
def choose_password(request: HttpRequest) -> HttpResponse:
    """My own password, instead of a start password or the one I have."""
    sitting = sitting_of(request)
    if sitting.way is Way.DEMO or not people.username(sitting.person_id):
        return redirect("my_access")
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST":
        done, key = did(
            form,
            lambda: sittings.choose_password(
                actor=actor_of(request),
                present=form.cleaned_data["present"],
                password=form.cleaned_data["password"],
                here=sitting.sitting_id,
            ),
        )
        if done:
            request.session[SESSION_KEY] = key
            messages.success(request, gettext("Din adgangskode er skiftet."))
            return redirect("my_access" if sitting.needs_second_step else "front")
    context = {"form": form, "must_choose": sitting.needs_new_password}
    status = 422 if form.errors else 200
    return page(request, "people/choose_password.html", context, status=status)


@before_second_step
@require_GET
def my_access(request: HttpRequest) -> HttpResponse:
    """What I come in by."""
    sitting = sitting_of(request)
    mine = access_of(
        queries.my_factors(sitting.person_id),
        [realm for realm in realms().values() if realm.kind is sitting.kind],
    )
    has_account = bool(people.username(sitting.person_id))
    has_password = sitting.way is not Way.DEMO and has_account
    context = {
        "mine": mine,
        "may_add": may_add_steps(has_account=has_account),
        "must_choose": sitting.needs_second_step,
        "has_password": has_password,
        "is_staff": actor_of(request).is_staff,
    }
    return page(request, "people/my_access.html", context)


@require_GET
def my_sessions(request: HttpRequest) -> HttpResponse:
    """Where I am signed in."""
    sitting = sitting_of(request)
    rows = queries.my_sittings(sitting.person_id, sitting.sitting_id)
    return page(request, "people/my_sessions.html", {"sessions": rows})


@require_POST
def end_session(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """End one of my sessions."""
    sittings.end(actor=actor_of(request), sitting_id=sitting_id)
    messages.success(request, gettext("Sessionen er slut."))
    return redirect("my_sessions")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End all my sessions but this one."""
    sittings.end_others(actor=actor_of(request), but=sitting_of(request).sitting_id)
    messages.success(request, gettext("Du er kun logget ind her nu."))
    return redirect("my_sessions")


@before_second_step
@require_step_up("my_access")
@require_POST
def start_app(request: HttpRequest) -> HttpResponse:
    """A new app is to show codes."""
    factors.start_codes(actor=actor_of(request))
    return redirect("add_app")


@before_second_step
@require_step_up("my_access")
def add_app(request: HttpRequest) -> HttpResponse:
    """Scan the picture, write the first code, keep the recovery codes."""
    actor = actor_of(request)
    seed = queries.pending_seed(actor.person_id)
    if seed is None:
        return redirect("my_access")
    form = AppCodeForm(request.POST or None)
    if request.method == "POST":
        done, codes = did(
            form, lambda: factors.confirm_codes(actor=actor, code=form.cleaned_data["code"])
        )
        if done:
            _took_second_step(request, Way.TWO_STEPS)
            return page(request, "people/recovery_codes.html", {"codes": codes})
    address = factors.address_for_app(seed, actor.name)
    picture = segno.make(address, error="m").svg_inline(scale=5, border=4, title="QR")
    context = {
        "form": form, "seed": " ".join(seed[i : i + 4] for i in range(0, len(seed), 4)),
        "picture": mark_safe(picture),  # noqa: S308 (drawn by segno from our own text)
    }  # fmt: skip
    return page(request, "people/add_app.html", context, status=422 if form.errors else 200)


def _took_second_step(request: HttpRequest, way: Way) -> None:
    """Whoever chooses a second step has just used it."""
    sitting = sitting_of(request)
    if sitting.way is Way.PASSWORD:
        sittings.proved(actor_of(request), sitting.sitting_id, way=way)


@require_step_up("my_access")
@require_POST
def remove_app(request: HttpRequest) -> HttpResponse:
    """Codes are not asked for any more."""
    factors.remove_codes(actor=actor_of(request))
    messages.success(request, gettext("Appen er fjernet."))
    return redirect("my_access")


@require_step_up("my_access")
@require_POST
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes; the old ones stop."""
    codes = factors.new_recovery_codes(actor=actor_of(request))
    return page(request, "people/recovery_codes.html", {"codes": codes})


@before_second_step
@require_step_up("my_access")
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Make a passkey on this device."""
    check_may_add_steps(has_account=bool(people.username(actor_of(request).person_id)))
    form = PasskeyForm(request.POST or None)
    if request.method == "POST":
        challenge = request.session.pop(MAKING, "")
        done, _made = did(
            form,
            lambda: passkeys.add(
                actor=actor_of(request), site=site_of(request), challenge=challenge,
                **form.cleaned_data,
            ),
        )  # fmt: skip
        if done:
            _took_second_step(request, Way.PASSKEY)
            messages.success(request, gettext("Adgangsnøglen er klar."))
            return redirect("my_access")
    return page(
        request, "people/add_passkey.html", {"form": form}, status=422 if form.errors else 200
    )


@before_second_step
@require_step_up("my_access")
@require_POST
def passkey_making(request: HttpRequest) -> HttpResponse:
    """What a browser needs to make a passkey; the challenge stays here."""
    options, request.session[MAKING] = passkeys.to_make(actor_of(request), site_of(request))
    return HttpResponse(options, content_type="application/json")


@require_step_up("my_access")
@require_POST
def remove_passkey(request: HttpRequest, passkey_id: UUID) -> HttpResponse:
    """A passkey opens nothing any more."""
    factors.remove_passkey(actor=actor_of(request), passkey_id=passkey_id)
    messages.success(request, gettext("Adgangsnøglen er fjernet."))
    return redirect("my_access")


@require_step_up("my_access")
@require_POST
def disconnect(request: HttpRequest, identity_id: UUID) -> HttpResponse:
    """A provider's login opens nothing here any more."""
    identities.disconnect(actor=actor_of(request), identity_id=identity_id)
    messages.success(request, gettext("Forbindelsen er fjernet."))
    return redirect("my_access")
