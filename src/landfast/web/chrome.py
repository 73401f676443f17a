"""What stands around every page: who I am, and the menu; a red frame in an emergency.

One small query: on an employee's pages of one course, and on the others only where a course was
opened in an emergency in the same sitting; on a citizen's pages that know no course of hers, where
the foot says whom to ring.
"""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from landfast.access.actor import Actor
from landfast.consent import emergencies
from landfast.course.queries.own import own_courses
from landfast.paper.words import moment
from landfast.web.desks import menu
from landfast.web.doors import SESSION_DESKS, SESSION_EMERGENCY
from landfast.web.pages import to
from landfast.web.parts.shapes import Link, Me, NavItem
from landfast.web.templatetags.ringing import ring_of, who_can_i_ring

HERS, THEIRS = "base_citizen.html", "base_work.html"


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame: `base` is the side of the house that a page for all stands on."""
    actor = getattr(request, "actor", None)
    statement = {"was_url": to("statement")}
    if actor is None:
        return {"base": HERS, **statement}
    desks = request.session.get(SESSION_DESKS, [])
    entries = menu(desks)
    return {
        "base": THEIRS if actor.is_staff else HERS,
        **statement,
        "me": Me(
            actor.name or gettext("Dig"),
            sign_out_url=to("sign_out"),
            access_url=to("my_sessions"),
            whose=str(actor.person_id),
            copy_url=to("my_copy") if actor.is_citizen else "",
            vanish_url=to("vanish") if _vanishes(request) else "",
        ),
        "reads_only": desks == ["proxy"],
        "ring": SimpleLazyObject(lambda: _ring(actor)),
        "exit_url": settings.LANDFAST_EXIT_URL,
        **_emergency(request, actor),
        "emergency_url": to("emergencies") if actor.is_staff else "",
        "nav": [
            NavItem(gettext(entry.label), way, request.path == way)
            for entry, way in ((entry, to(entry.page)) for entry in entries)
        ],
    }


def _ring(actor: Actor) -> Link:
    """Whom she can ring, where the page knows no course."""
    course = next(iter(own_courses(actor)), None)
    return (ring_of(course) if course else None) or who_can_i_ring()


def _emergency(request: HttpRequest, actor: Actor) -> dict[str, str]:
    """Until when a course is read in an emergency, and the way back to it from other pages."""
    match = request.resolver_match
    here = match.kwargs.get("course_id") if match else None
    until, back = None, ""
    if actor.is_staff and isinstance(here, UUID):
        until = emergencies.until(actor, here)
    if until is None and request.session.get(SESSION_EMERGENCY):
        course, until = emergencies.still_open(actor) or (None, None)
        back = to("course", course) if course else ""
    return {"emergency_until": moment(until) if until else "", "emergency_back": back}


def _vanishes(request: HttpRequest) -> bool:
    sitting = getattr(request, "sitting", None)
    return bool(sitting and sitting.vanishes)
