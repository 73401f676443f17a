"""A new organisation, by the system's administrator: the house, its unit, who keeps it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.journeys.found_organisation import Founded, found_organisation
from landfast.journeys.see_login_services import require_runs_system
from landfast.login.realms import realms
from landfast.login.rules import INVITED_FOR
from landfast.people.rules import START_FOR, PersonKind
from landfast.web.doors import actor_of, require_step_up
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.founding_forms import FoundingForm
from landfast.web.pages import page


@require_step_up("begin_organisation", of=frozenset(), keeps=True)
@a_form
def begin_organisation(request: HttpRequest) -> HttpResponse:
    """What it is called, its topmost unit, and who employs all the others."""
    actor = actor_of(request)
    require_runs_system(actor)
    has_realms = any(one.kind is PersonKind.STAFF for one in realms().values())
    form = FoundingForm(request.POST or None, has_realms=has_realms)
    ask = Ask(
        _("Begynd en organisation"), _("Begynd organisationen"), "", reverse("organisations"),
        _("Den får én enhed og én administrator. Administratoren ansætter de andre."),
    )  # fmt: skip
    return asked(
        request, form, ask, lambda: found_organisation(actor=actor, what=form.founding()),
        lambda made: _once(request, form, made, has_realms=has_realms),
    )  # fmt: skip


def _once(
    request: HttpRequest, form: FoundingForm, made: Founded, *, has_realms: bool
) -> HttpResponse:
    """The one page that shows the ways in: no address leads back to it."""
    context = {
        "name": form.cleaned_data["administrator"], "house": form.cleaned_data["name"],
        "made": made, "has_realms": has_realms, "start_days": START_FOR.days,
        "code_days": INVITED_FOR.days, "back": reverse("organisations"),
    }  # fmt: skip
    return page(request, "organisation/founded.html", context)
