"""How a session begins, whatever the way in; and what waits between two steps."""

import time
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from landfast.access.actor import Actor
from landfast.kernel.ids import PersonId
from landfast.login.actions import sittings
from landfast.login.actions.passkeys import Site
from landfast.login.rules import Way
from landfast.people import queries as people
from landfast.web import unsent
from landfast.web.desks import desks_of, home_url
from landfast.web.doors import SESSION_DESKS, SESSION_KEY, SESSION_PERSON, SESSION_SITTING
from landfast.web.pages import own_page

HALF = "half_way"
HALF_LASTS = 10 * 60


def asked_for(request: HttpRequest) -> str:
    """The page somebody was on the way to, when it is one of ours; else nothing."""
    return own_page(request, request.POST.get("naeste") or request.GET.get("naeste", ""))


def enter(
    request: HttpRequest,
    actor: Actor,
    way: Way,
    *,
    key: str = "",
    onward: str = "",
    identity_id: UUID | None = None,
    level: str = "",
    sid: str = "",
    proves: bool = True,
) -> HttpResponse:
    """Begin a session under a new key, and go where one was going, or where one's words wait."""
    unsent.emptied(request.session)
    sitting = sittings.begin(
        actor, way, agent=request.headers.get("User-Agent", ""), identity_id=identity_id,
        level=level, sid=sid, proves=proves,
    )  # fmt: skip
    desks = desks_of(actor.person_id)
    request.session[SESSION_PERSON] = str(actor.person_id)
    request.session[SESSION_KEY] = key
    request.session[SESSION_SITTING] = str(sitting)
    request.session[SESSION_DESKS] = desks
    onward = unsent.given_back(request, actor) or onward
    return HttpResponseRedirect(onward) if onward else redirect(home_url(desks))


def stop_half_way(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """The password fits; the second step is still to come. Nobody is signed in yet."""
    onward = asked_for(request)
    unsent.emptied(request.session)
    request.session[HALF] = {
        "person": str(actor.person_id), "key": key, "at": int(time.time()), "onward": onward,
    }  # fmt: skip
    return redirect("second_step")


def half_way(request: HttpRequest) -> tuple[Actor, str, str] | None:
    """Who waits for the second step, with the key and the page they were going to."""
    half = request.session.get(HALF)
    if not half or time.time() - half["at"] > HALF_LASTS:
        return None
    person = people.person(UUID(half["person"]))
    if person is None:
        return None
    return Actor(PersonId(person.id), person.kind, person.name), half["key"], half["onward"]


def site_of(request: HttpRequest) -> Site:
    """The site that a passkey is made for."""
    host = request.get_host()
    scheme = "https" if request.is_secure() else "http"
    return Site(host.rsplit(":", 1)[0], f"{scheme}://{host}")
