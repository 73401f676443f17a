"""The door of a system that asks whom to ring: its key, who sits at it, and the journey."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from landfast.access.actor import Actor
from landfast.access.looks import looking
from landfast.access.session import acting
from landfast.course.rules.lookup import LookupGround
from landfast.interop.lookup import answers
from landfast.interop.lookup.described import DESCRIPTION, question
from landfast.journeys.find_coordinator import find_coordinator, front_doors
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotFound, Refusal, TooMany
from landfast.kernel.text import da
from landfast.login.actions.machines import digest_of, note_asked_with
from landfast.login.queries.machines import Said, who_asks
from landfast.login.rules.machines import as_known
from landfast.people.rules import PersonKind


class NoKey(Refusal):
    """A key that opens nothing, or none."""

    status = HTTPStatus.UNAUTHORIZED


@require_safe
def described(_request: HttpRequest) -> HttpResponse:
    """The description, for whoever builds on it (OpenAPI 3.1)."""
    return JsonResponse(DESCRIPTION)


@require_POST
def look_up(request: HttpRequest) -> HttpResponse:
    """Whom to ring about a citizen, or where to ring without a ground. Logged as the page's."""
    try:
        asked = question(request.body, request.content_type)
        actor, jobs = _who(request, asked["employee"])
    except NoKey as refusal:
        return answers.problem(refusal, **{"WWW-Authenticate": "Bearer"})
    except TooMany as refusal:
        return answers.problem(refusal, **{"Retry-After": "3600"})
    except Refusal as refusal:
        return answers.problem(refusal)
    return _answered(request, actor, jobs, asked)


def _who(request: HttpRequest, named: str) -> tuple[Actor, tuple[UUID, ...]]:
    """The employee for whom the system asks, and as what; the database counts the questions."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret:
        raise NoKey("no_key", da("Send systemets nøgle med (Authorization: Bearer)."))
    asking = who_asks(digest_of(secret.strip()), as_known(named))
    match asking.said:
        case Said.NO_KEY:
            raise NoKey("no_key", da("Nøglen virker ikke. Bed jeres administrator om en ny."))
        case Said.WAIT:
            raise TooMany(
                "too_many_asked", da("Systemet har spurgt for mange gange. Vent en time.")
            )
    if asking.person_id is None or asking.key_id is None:
        raise NotAllowed(
            "unknown_employee",
            da("Landfast kender ikke medarbejderen. Bed jeres administrator skrive id’et ind."),
        )
    actor = Actor(PersonId(asking.person_id), PersonKind.STAFF, asking.name)
    with acting(actor):
        note_asked_with(actor=actor, key_id=asking.key_id)
    return actor, asking.jobs


def _answered(
    request: HttpRequest, actor: Actor, jobs: tuple[UUID, ...], asked: dict[str, str]
) -> HttpResponse:
    """What the journey says; a refusal is logged as that of a page, when its own is undone."""
    try:
        with acting(actor, only_in_acts=True):
            if "ground" in asked:
                ring = find_coordinator(
                    actor=actor, cpr=asked["cpr"], ground=LookupGround(asked["ground"]), jobs=jobs
                )
                if ring:
                    return answers.found(ring)
            return answers.doors(front_doors())
    except Refusal as refusal:
        if isinstance(refusal, NotAllowed | NotFound | TooMany):
            with acting(actor, reading=True):
                looking.log_refused(None, f"POST {request.path}")
        return answers.problem(refusal)
