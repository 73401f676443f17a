"""The actor of a request, told to the database in one transaction around all of it.

`ATOMIC_REQUESTS` opens around the view only: what is evaluated later would run without
an actor and silently find nothing (house §4).
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext

from landfast.access.actor import Actor
from landfast.access.looks import looking
from landfast.access.queries import intake_is_over
from landfast.access.session import acting, nobody_acts
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Refusal, TooMany
from landfast.kernel.text import da
from landfast.login import queries as login
from landfast.login.actions import sittings
from landfast.people.rules import PersonKind
from landfast.web import errors, unsent, way_out
from landfast.web.doors import (
    SESSION_KEY,
    SESSION_PERSON,
    SESSION_SITTING,
    is_public,
    visitor_of,
    waits_for_new_password,
    waits_for_second_step,
)
from landfast.web.pages import own_page, page, wants_partial
from landfast.web.typed import words_of

READING = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_WAY = 1000
"""Characters of an address that the door keeps: written inside another it grows threefold."""


class ActorMiddleware:
    """Sets `request.actor`, guards pages that are not public, and turns refusals into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as its actor; nothing half-done survives a refusal."""
        request.refusal = request.sitting = None  # type: ignore[attr-defined]
        claimed = _claimed(request)
        reads = request.method in READING
        with acting(claimed, reading=reads, only_in_acts=not reads), looking.remembering():
            someone = _confirmed(request) if claimed else None
            if claimed and someone is None:
                nobody_acts()
            request.actor = someone  # type: ignore[attr-defined]
            response = errors.said(request, self.get_response(request))
            refusal: Refusal | None = request.refusal or _gone(request, response, someone)  # type: ignore[attr-defined]
            if refusal or response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                transaction.set_rollback(True)
        answer = self._refused(request, someone, refusal) if refusal else response
        if someone:  # pages about citizens stay on no shared computer after the door has closed
            answer.headers.setdefault("Cache-Control", "private, no-store")
        return answer

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        """Nobody comes further than the door without a login, nor staff on a password alone."""
        if "\0" in request.path_info:  # no address of ours: the database keeps no such text
            raise Http404
        if way_out.hides(request) and not visitor_of(request):
            shown = request.resolver_match and request.resolver_match.view_name == "aside"
            return None if shown else HttpResponseRedirect(resolve_url("aside"))
        if is_public(view):
            return None
        if visitor_of(request):
            if waits_for_new_password(request, view):
                return HttpResponseRedirect(resolve_url("choose_password"))
            waits = waits_for_second_step(request, view)
            return HttpResponseRedirect(resolve_url("my_access")) if waits else None
        return _to_the_door(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Keep a refusal until its transaction has been rolled back."""
        if not isinstance(exception, Refusal):
            return None
        request.refusal = exception  # type: ignore[attr-defined]
        return HttpResponse(status=exception.status)

    def _refused(
        self, request: HttpRequest, someone: Actor | None, refusal: Refusal
    ) -> HttpResponse:
        """The page that says why, in a transaction of its own, with the attempt in the log."""
        with acting(someone, reading=True):
            if someone and isinstance(refusal, NotAllowed | NotFound | TooMany):
                _log_refused(request)
            told = _as_it_is(request, refusal)
            again = _sent_from(request) if told is refusal else ""
            return page(
                request, "refusal.html",
                {"status": told.status, "code": told.code, "sentence": told.said(gettext),
                 "again": again, **_sent(request)},
                status=told.status,
            )  # fmt: skip


def _as_it_is(request: HttpRequest, refusal: Refusal) -> Refusal:
    """Of two who decide at intake at once the other is told, though it is no longer hers to see.

    So is who opens it from a list that was read before. Nobody else learns that there is a course,
    and beyond the pages of intake it is not theirs.
    """
    course = _named(request, "course_id") if _is_of_intake(request) else None
    if isinstance(refusal, NotFound) and course and intake_is_over(course):
        return NotNow(
            "intake_is_over",
            da("En kollega har afgjort det i mellemtiden. Du skal ikke gøre mere."),
        )
    return refusal


def _sent(request: HttpRequest) -> dict[str, Any]:
    """What was sent to a page that takes it no more: its writer reads it there, and nobody else.

    Only of a page about something: a new password, say, is never shown.
    """
    keys = request.resolver_match.kwargs if request.resolver_match else {}
    if request.method != "POST" or not any(isinstance(key, UUID) for key in keys.values()):
        return {}
    return {"sent": True, "words": words_of(request.POST)}


def _is_of_intake(request: HttpRequest) -> bool:
    """Is it asked of a page on which intake decides: what is offered, and who begins?"""
    match = request.resolver_match
    return bool(
        match and (match.route.startswith("visitation/") or match.view_name == "start_course")
    )


def _to_the_door(request: HttpRequest) -> HttpResponse:
    """Nobody is signed in: what was sent waits for its writer, and a page comes after the door.

    What a page sends for itself, as a draft, says nothing here: it is sent again.
    """
    by_hand = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    sends = request.method == "POST" and (by_hand or wants_partial(request))
    if sends:
        unsent.told(request)
    way = request.get_full_path() if request.method == "GET" else _sent_from(request)
    query = urlencode({"naeste": way}) if 0 < len(way) <= LONGEST_WAY else ""
    door = f"{resolve_url('sign_in')}?{query}"
    if sends and wants_partial(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": door})
    return HttpResponseRedirect(door)


def _sent_from(request: HttpRequest) -> str:
    """The page of our own that a form was sent from, so that it can be opened as it is now."""
    return own_page(request, request.headers.get("Referer", "")) if request.method == "POST" else ""


def _gone(request: HttpRequest, response: HttpResponse, someone: Actor | None) -> Refusal | None:
    """A page asks once more before it leaves: a consent may have been taken back meanwhile.

    So does what answers a form, such as the book that is handed out. Not a word of thanks, which
    leads on to a page that asks for itself; nor the citizen's own, since her access is nobody's to
    end: but what she reads for another is.
    """
    leads_on = request.method not in READING and not response.content
    if leads_on or someone is None:
        return None
    try:
        looking.check_still_open(own=someone.is_citizen)
    except (NotFound, NotNow) as refusal:
        return refusal
    return None


def _claimed(request: HttpRequest) -> Actor | None:
    """Who the session says is here; believed for reading that account, until `_confirmed`."""
    try:
        person = PersonId(UUID(request.session.get(SESSION_PERSON, "")))
    except ValueError:
        return None
    return Actor(person, PersonKind.STAFF)


def _confirmed(request: HttpRequest) -> Actor | None:
    """The person of the session while it runs; a session that has ended is emptied."""
    session = request.session
    resumed = login.resume(
        _sitting(request), UUID(session[SESSION_PERSON]), session.get(SESSION_KEY, "")
    )
    if resumed is None:
        session.flush()
        return None
    sittings.seen(resumed.sitting_id, resumed.seen_at)
    request.sitting = resumed  # type: ignore[attr-defined]
    return Actor(resumed.person_id, resumed.kind, resumed.name)


def _sitting(request: HttpRequest) -> UUID:
    try:
        return UUID(request.session.get(SESSION_SITTING, ""))
    except ValueError:
        return UUID(int=0)


def _log_refused(request: HttpRequest) -> None:
    """The attempt stands at the course or the referral it was about."""
    words = f"{request.method} {request.path}"
    if referral := _named(request, "referral_id"):
        looking.log_refused_referral(referral, words)
    else:
        looking.log_refused(_named(request, "course_id"), words)


def _named(request: HttpRequest, key: str) -> UUID | None:
    match = request.resolver_match
    found = match.kwargs.get(key) if match else None
    return found if isinstance(found, UUID) else None
