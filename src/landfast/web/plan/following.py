"""One touch each for what was not kept: another date, somebody else, or a leader (product D3)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import follow_up_promise as journey
from landfast.journeys.follow_up_promise import Anew
from landfast.web.doors import actor_of
from landfast.web.plan.onward import onward


@require_POST
def new_date(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The same person is asked about a date five business days from now."""
    made = journey.new_date_for(
        actor=actor_of(request), course_id=course_id, agreement_id=agreement_id
    )
    return _asked(request, course_id, made)


@require_POST
def new_owner(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Who takes over is asked, or the whole team."""
    made = journey.new_owner_for(
        actor=actor_of(request), course_id=course_id, agreement_id=agreement_id
    )
    return _asked(request, course_id, made)


def _asked(request: HttpRequest, course_id: UUID, made: Anew) -> HttpResponse:
    said = _("%(name)s er spurgt om en ny dato. Aftalen gælder, når der er sagt ja.")
    if not made.asked:
        said = _("Hele teamet er spurgt. Aftalen gælder, når en har sagt ja.")
    return onward(request, "agreement", course_id, made.id, said=said % {"name": made.asked})


@require_POST
def to_leader(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The nearest leader is asked who can solve it."""
    name = journey.ask_leader_about(
        actor=actor_of(request), course_id=course_id, agreement_id=agreement_id
    )
    said = _("%(name)s er spurgt, hvem der kan løse det.") % {"name": name}
    return onward(request, "agreement", course_id, agreement_id, said=said)
