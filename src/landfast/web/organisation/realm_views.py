"""Login services, for the system's administrator: what is set, never a secret, and does it work?"""

import json

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from landfast.journeys import see_login_services as services
from landfast.kernel.text import da
from landfast.login.client_keys import public_key
from landfast.login.client_proof import Proof, way_of
from landfast.login.rules import Realm
from landfast.people.rules import PersonKind, role_name
from landfast.web.doors import actor_of
from landfast.web.pages import page
from landfast.web.parts.shapes import State
from landfast.web.spoken import named

WAYS: dict[Proof, str] = {
    Proof.KEY: da("Egen nøgle. Ingen hemmelighed deles"),
    Proof.SECRET: da("Delt hemmelighed"),
    Proof.SECRET_IN_BODY: da("Delt hemmelighed i formularen"),
    Proof.NONE: da("Ingen. Kun PKCE"),
}


@require_safe
def login_services(request: HttpRequest) -> HttpResponse:
    """All of them."""
    rows = [(one, _for_whom(one)) for one in services.see_realms(actor_of(request))]
    return page(request, "organisation/login_services.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def login_service(request: HttpRequest, name: str) -> HttpResponse:
    """One; on a press the provider is asked."""
    actor = actor_of(request)
    known = services.see_realm(actor, name)
    tried = services.try_realm(actor, name) if request.method == "POST" else []
    findings = [
        (_(one.what), State("kept", _("I orden")) if one.is_well else State("due", _("Se på det")),
         _(one.help) if one.help else "")
        for one in tried
    ]  # fmt: skip
    key = json.dumps({"keys": [public_key(known)]}, indent=2) if known.private_key else ""
    context = {"realm": known, "rows": _rows(known), "findings": findings, "key": key,
               "register": _to_register(request, known)}  # fmt: skip
    return page(request, "organisation/login_service.html", context)


def _for_whom(one: Realm) -> str:
    return _("Medarbejdere") if one.kind is PersonKind.STAFF else _("Borgere")


def _rows(one: Realm) -> list[tuple[str, str]]:
    """What is set, in words; what is empty is said to be."""
    roles = [f"{theirs}: {named(role_name(ours))}" for theirs, ours in one.roles.items()]
    told = [
        (_("Til hvem"), _for_whom(one)),
        (_("Udbyder (issuer)"), one.issuer),
        (_("Vores navn hos udbyderen (client_id)"), one.client_id),
        (_("Sådan viser vi, hvem vi er"), _(WAYS[way_of(one)])),
        (_("Vi beder om (scopes)"), ", ".join(one.scopes)),
        (_("Sikringsniveauer, der er nok"), ", ".join(one.levels)),
        (_("Niveauer ved underskrift"), ", ".join(one.step_up_levels)),
        (_("Slags identitet"), ", ".join(one.identities)),
        (_("Roller fra udbyderen"), ", ".join(roles)),
        (_("Underskrifter, vi tager imod"), ", ".join(one.algorithms)),
    ]
    return [(label, said or _("Ikke sat")) for label, said in told]


def _to_register(request: HttpRequest, one: Realm) -> list[tuple[str, str]]:
    """The three addresses that the provider is to know."""
    told = [
        (_("Svar"), reverse("provider_answer")),
        (_("Efter log ud"), reverse("sign_in")),
        (_("Besked om log ud"), reverse("provider_logout", args=[one.name])),
    ]
    return [(label, request.build_absolute_uri(path)) for label, path in told]
