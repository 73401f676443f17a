"""Employments that wait for a second person's yes: who waits, and the two answers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.journeys import second_yes
from landfast.journeys.give_way_back import see_lost
from landfast.journeys.let_systems_ask import see_keys
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import thank
from landfast.web.pages import page


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Who waits in the units one keeps or leads, and one's own employment if it waits."""
    actor = actor_of(request)
    context = {"shown": second_yes.see_waiting(actor), "lost": see_lost(actor),
               "keys_wait": any(one.may_agree for one in see_keys(actor)[0])}  # fmt: skip
    return page(request, "organisation/waiting.html", context)


@require_step_up("waiting_employments", of=frozenset())
@require_POST
def agree(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """The second yes."""
    name = second_yes.agree(actor=actor_of(request), employment_id=employment_id)
    return thank(
        request, _("Du har sagt ja. %(name)s er ansat.") % {"name": name}, "waiting_employments"
    )


@require_POST
def decline(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """The second no, or taken back by who asked."""
    name = second_yes.decline(actor=actor_of(request), employment_id=employment_id)
    return thank(request, _("%(name)s bliver ikke ansat.") % {"name": name}, "waiting_employments")
