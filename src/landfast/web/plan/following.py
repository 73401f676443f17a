"""One touch each for what was not kept: another date, somebody else, or a leader (product D3)."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import follow_up_promise as journey
from landfast.journeys.follow_up_promise import Offer
from landfast.plan import actions
from landfast.web.doors import actor_of
from landfast.web.pages import to
from landfast.web.plan.onward import onward


@require_POST
def new_date(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The same person is asked about a date five business days from now."""
    made = journey.new_date_for(
        actor=actor_of(request), course_id=course_id, agreement_id=agreement_id,
        offer=_offer(request),
    )  # fmt: skip
    return _asked(course_id, made)


@require_POST
def new_owner(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Who takes over is asked, or the whole team."""
    made = journey.new_owner_for(
        actor=actor_of(request), course_id=course_id, agreement_id=agreement_id,
        offer=_offer(request),
    )  # fmt: skip
    return _asked(course_id, made)


@require_POST
def to_leader(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The nearest leader is asked who can solve it."""
    journey.ask_leader_about(
        actor=actor_of(request), course_id=course_id, agreement_id=agreement_id,
        offer=_offer(request),
    )  # fmt: skip
    return _asked(course_id, agreement_id)


@require_POST
def withdraw(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The proposal is taken back, and whoever was asked is told."""
    told = actions.withdraw_agreement(actor=actor_of(request), agreement_id=agreement_id)
    said = _("Det er taget tilbage. Den, du spurgte, får besked.")
    if not told:
        said = _("Det er taget tilbage.")
    return onward(request, "agreement", course_id, agreement_id, said=said)


def _offer(request: HttpRequest) -> Offer:
    """What the button said; what cannot be read was said by no button of ours."""
    whom, day = request.POST.get("whom", ""), request.POST.get("day", "")
    try:
        return Offer(UUID(whom) if whom else None, date.fromisoformat(day) if day else None)
    except ValueError:
        return Offer(None)


def _asked(course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Back to Mandag, where the card says what was sent to whom, and can be undone."""
    asked = urlencode({"forloeb": str(course_id), "spurgt": str(agreement_id)})
    return HttpResponseRedirect(f"{to('monday')}?{asked}", status=303)
