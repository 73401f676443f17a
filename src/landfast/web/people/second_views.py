"""The second step at the door, passkeys, and showing again who one is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from landfast.access import login
from landfast.access.actor import Actor
from landfast.kernel.text import da
from landfast.login.actions import factors, passkeys, sittings
from landfast.login.queries import my_factors
from landfast.login.realms import realm
from landfast.login.rules import Way
from landfast.people import queries as people
from landfast.web.doors import (
    actor_of,
    before_new_password,
    before_second_step,
    public,
    sitting_of,
    visitor_of,
)
from landfast.web.forms import did
from landfast.web.pages import page
from landfast.web.people.entering import asked_for, enter, half_way, site_of
from landfast.web.people.forms import AgainForm, CodeForm
from landfast.web.source import source_of

CHALLENGE = "passkey_challenge"


@public
def second_step(request: HttpRequest) -> HttpResponse:
    """The password fitted; now a code from the app, a recovery code, or a passkey."""
    waiting = half_way(request)
    if waiting is None:
        return redirect("sign_in")
    actor, key, onward = waiting
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        asked, fits = did(form, lambda: _code_fits(request, actor, form.cleaned_data["code"]))
        if fits:
            return enter(request, actor, Way.TWO_STEPS, key=key, onward=onward)
        if asked:
            form.add_error("code", gettext(factors.WRONG_CODE))
    status = 422 if form.errors else 200
    return page(request, "people/second_step.html", {"form": form, "onward": onward}, status=status)


def _code_fits(request: HttpRequest, actor: Actor, code: str) -> bool:
    """Whether the code is theirs; whoever guesses waits, as with passwords."""
    guess, source = f"second step {actor.person_id}", source_of(request)
    login.check_not_guessing(guess, source)
    fits = factors.second_step(actor, code)
    if not fits:
        login.note_failed(guess, source, "code")
    return fits


@public
@require_POST
def passkey_question(request: HttpRequest) -> HttpResponse:
    """What a browser needs to show a passkey; the challenge stays here."""
    options, request.session[CHALLENGE] = passkeys.to_show(site_of(request))
    return HttpResponse(options, content_type="application/json")


@public
@require_POST
def passkey_shown(request: HttpRequest) -> HttpResponse:
    """A passkey was shown: somebody comes in, or shows again who they are."""
    source = source_of(request)
    login.check_not_guessing(f"passkey {source}", source)
    challenge = request.session.pop(CHALLENGE, "")
    credential = request.POST.get("credential", "")[:20_000]
    actor = passkeys.shown(credential, site=site_of(request), challenge=challenge)
    here = visitor_of(request)
    if actor and here and here.person_id == actor.person_id:
        sittings.proved(actor, sitting_of(request).sitting_id, way=Way.PASSKEY)
        return HttpResponseRedirect(asked_for(request) or reverse("my_access"))
    key = login.key_of(actor.person_id) if actor and not here else None
    if actor is None or key is None:
        login.note_failed(f"passkey {source}", source, "passkey")
        return page(
            request, "refusal.html",
            {"status": 403, "code": "passkey_refused", "sentence": gettext(passkeys.REFUSED)},
            status=403,
        )  # fmt: skip
    return enter(request, actor, Way.PASSKEY, key=key, onward=asked_for(request))


@before_new_password
@before_second_step
def prove_again(request: HttpRequest) -> HttpResponse:
    """Show again who you are (step-up), in the way you came in."""
    actor, sitting = actor_of(request), sitting_of(request)
    mine = my_factors(actor.person_id)
    is_demo = sitting.way is Way.DEMO and settings.DEMO
    # never by less than one came in by: a password alone is no second step
    by_password = not sitting.realm and (mine.has_codes_app or not mine.passkeys)
    form = AgainForm(request.POST or None, with_code=mine.has_codes_app)
    if request.method == "POST":
        asked, fits = (True, True) if is_demo else did(
            form, lambda: by_password and _fits(request, form, actor)
        )  # fmt: skip
        if fits:
            sittings.proved(actor, sitting.sitting_id)
            return HttpResponseRedirect(asked_for(request) or reverse("my_access"))
        if asked:
            form.refuse()
    context = {
        "form": form, "onward": asked_for(request), "realm": realm(sitting.realm),
        "has_passkeys": bool(mine.passkeys), "is_demo": is_demo, "by_password": by_password,
        "heading": gettext(da("Vis, at det er dig")),
    }  # fmt: skip
    return page(request, "people/prove_again.html", context, status=422 if form.errors else 200)


def _fits(request: HttpRequest, form: AgainForm, actor: Actor) -> bool:
    name = people.username(actor.person_id)
    found = login.by_password(name, form.cleaned_data["password"], source=source_of(request))
    if found is None or found[0].person_id != actor.person_id:
        return False
    return "code" not in form.fields or _code_fits(request, actor, form.cleaned_data["code"])
