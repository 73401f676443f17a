"""Coming in by a provider (MitID, an organisation's own): out, back, and out for good."""

import hashlib
import time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from landfast.access.actor import Actor
from landfast.access.login import check_not_guessing, note_failed
from landfast.kernel.refusals import Refusal
from landfast.login import provider, queries
from landfast.login.actions import identities, sittings
from landfast.login.provider import Answer, Flow, refused
from landfast.login.realms import realm
from landfast.login.rules import Realm, Way, check_identity, check_level, check_roles, proves
from landfast.people import queries as people
from landfast.web import unsent
from landfast.web.doors import (
    actor_of,
    for_machines,
    public,
    require_step_up,
    sitting_of,
    visitor_of,
)
from landfast.web.forms import did, show
from landfast.web.pages import page
from landfast.web.people.coming_in import CODE_MAX, INVITATION
from landfast.web.people.entering import asked_for, enter
from landfast.web.people.forms import InvitationForm
from landfast.web.source import source_of

FLOW = "provider_flow"
STRANGER = "provider_stranger"
LOGOUT_HINT = "logout_hint"
STRANGER_LASTS = 15 * 60


def _realm(name: str) -> Realm:
    known = realm(name)
    if known is None:
        raise Http404
    return known


def _ask(request: HttpRequest, known: Realm, purpose: str) -> HttpResponse:
    redirect_uri = request.build_absolute_uri(reverse("provider_answer"))
    flow, address = provider.ask(
        known, redirect_uri=redirect_uri, purpose=purpose, onward=asked_for(request)
    )
    request.session[FLOW] = flow.kept()
    return HttpResponseRedirect(address)


@public
@require_POST
def provider_start(request: HttpRequest, name: str) -> HttpResponse:
    """Off to the provider, to come in; who was invited by a link takes the code along."""
    if code := request.POST.get("kode", "")[:CODE_MAX]:
        request.session[INVITATION] = code
    return _ask(request, _realm(name), "sign_in")


@require_POST
def provider_again(request: HttpRequest) -> HttpResponse:
    """Off to the provider, to show again who I am."""
    return _ask(request, _realm(sitting_of(request).realm), "step_up")


@require_step_up("my_access")
@require_POST
def provider_connect(request: HttpRequest, name: str) -> HttpResponse:
    """Off to the provider, to use its login here from now on."""
    return _ask(request, _realm(name), "connect")


@public
@require_GET
def provider_answer(request: HttpRequest) -> HttpResponse:
    """Back from the provider. The question is used up, whatever the answer."""
    kept = request.session.pop(FLOW, None)
    if kept is None:
        raise refused("no_question")
    flow = Flow(**kept)
    known = _realm(flow.realm)
    answer = provider.answered(known, flow, request.GET.dict())
    check_identity(known, answer.claims)
    level = check_level(known, answer.claims, step_up=flow.purpose == "step_up")
    if flow.purpose == "sign_in":
        return _come_in(request, known, answer, level, flow.onward)
    if not visitor_of(request):
        raise refused("nobody_is_here")
    if flow.purpose == "connect":
        identities.connect(actor=actor_of(request), realm=known, answer=answer)
        messages.success(request, gettext("Nu kan du logge ind sådan."))
        return redirect("my_access")
    if queries.owner_of_identity(answer.issuer, answer.subject) != actor_of(request).person_id:
        raise refused("somebody_else")
    sittings.proved(actor_of(request), sitting_of(request).sitting_id)
    return HttpResponseRedirect(flow.onward or reverse("my_access"))


def _come_in(
    request: HttpRequest, known: Realm, answer: Answer, level: str, onward: str
) -> HttpResponse:
    owner = queries.owner_of_identity(answer.issuer, answer.subject)
    person = people.person(owner) if owner else None
    if person is None:
        code = request.session.get(INVITATION, "")
        unsent.emptied(request.session)
        request.session[STRANGER] = {
            "realm": known.name, "issuer": answer.issuer, "subject": answer.subject,
            "sid": answer.sid, "hint": provider.logout_hint(known, answer.id_token), "level": level,
            "privileges": answer.claims.get(known.privilege_claim), "at": int(time.time()),
            "onward": onward, "code": code,
        }  # fmt: skip
        return redirect("use_invitation")
    if person.kind is not known.kind:
        raise refused("wrong_kind")
    check_roles(known, answer.claims, _posts(person.id))
    actor = Actor(person.id, person.kind, person.name)
    has_code = bool(request.session.get(INVITATION))
    response = enter(
        request, actor, Way.PROVIDER, onward=onward, level=level, sid=answer.sid,
        identity_id=identities.identity_of(actor, answer), proves=proves(known, level),
    )  # fmt: skip
    request.session[LOGOUT_HINT] = provider.logout_hint(known, answer.id_token)
    if has_code:
        messages.warning(
            request,
            gettext(
                "Din kode er ikke brugt. Du har et login her i forvejen. "
                "Sig det til den, der gav dig koden."
            ),
        )  # fmt: skip
    return response


def _posts(person_id: Any) -> list[str]:
    return [row.role for row in people.employments(person_id=person_id)]


@public
def use_invitation(request: HttpRequest) -> HttpResponse:
    """The provider knows you; a code from the one who invited you tells us who you are here."""
    kept = request.session.get(STRANGER)
    if not kept or time.time() - kept["at"] > STRANGER_LASTS:
        return redirect("sign_in")
    known = _realm(kept["realm"])
    claims = {"sub": kept["subject"], known.privilege_claim: kept["privileges"]}
    answer = Answer(
        kept["issuer"], kept["subject"], kept["sid"], provider.token_of(kept["hint"]), claims
    )
    form = InvitationForm(request.POST or None, initial={"code": kept["code"]})
    if request.method == "POST":
        asked, found = did(form, lambda: _accept(form.cleaned_data["code"], known, answer, request))
        if asked and found:
            return _come_in(request, known, answer, kept["level"], kept["onward"])
        if asked:
            show(form, identities.no_such_code())
    status = 422 if form.errors else 200
    return page(request, "people/invitation.html", {"form": form}, status=status)


def _accept(code: str, known: Realm, answer: Answer, request: HttpRequest) -> bool:
    """Whether the code was right; a wrong one counts as a guess from here."""
    source = source_of(request)
    guess = f"invitation {source}"  # a stranger elsewhere locks nobody out here
    check_not_guessing(guess, source)
    if identities.accept_invitation(code, known, answer):
        return True
    note_failed(guess, source, "invitation")
    return False


@public
@for_machines
@csrf_exempt
@require_POST
def provider_logout(request: HttpRequest, name: str) -> HttpResponse:
    """The provider says that its session has ended: so do ours (back-channel logout)."""
    known = _realm(name)
    try:
        claims = provider.logout_claims(known, request.POST.get("logout_token", ""))
    except Refusal as refusal:
        return _not_heard(refusal.code)
    token = hashlib.sha256(f"{known.issuer} {claims['jti']}".encode()).hexdigest()
    heard = sittings.end_by_provider(
        known.issuer, token, until=int(claims["exp"]), sid=str(claims.get("sid", "")),
        subject=str(claims.get("sub", "")),
    )  # fmt: skip
    return HttpResponse(headers={"Cache-Control": "no-store"}) if heard else _not_heard("replay")


def _not_heard(why: str) -> HttpResponse:
    told = {"error": "invalid_request", "error_description": why}
    return JsonResponse(told, status=400, headers={"Cache-Control": "no-store"})
