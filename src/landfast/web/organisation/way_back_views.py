"""A way back for who has lost the password or the telephone: asked for, given, declined."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import give_way_back as ways
from landfast.journeys.run_organisation import see_login
from landfast.people.rules import START_FOR
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import thank
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.forms import WayBackForm
from landfast.web.pages import page


@require_step_up("desk", keeps=True)
@a_form
def ask(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """What happened, how one knows it is them, and whether the telephone is lost too."""
    actor, form = actor_of(request), WayBackForm(request.POST or None)
    name = see_login(actor, employment_id).desk.row.person.name
    said = Ask(
        _("Hjælp %(name)s ind igen") % {"name": name}, _("Bed en anden om at sige ja"),
        _("En anden skal nu sige ja. Så får %(name)s en ny startadgangskode.") % {"name": name},
        reverse("desk", args=[employment_id]),
        _("I er to om det, så ingen kan komme ind som en anden. Medarbejderen får besked."),
    )  # fmt: skip
    return asked(request, form, said, lambda: ways.ask_way_back(
        actor=actor, employment_id=employment_id, **form.cleaned_data
    ))  # fmt: skip


@require_step_up("waiting_employments", of=frozenset())
@require_POST
def give(request: HttpRequest, way_id: UUID) -> HttpResponse:
    """The second yes: the start password, shown this once."""
    name, password = ways.give_way_back(actor=actor_of(request), way_id=way_id)
    context = {
        "name": name, "password": password, "days": START_FOR.days,
        "back": reverse("waiting_employments"),
    }  # fmt: skip
    return page(request, "organisation/way_back.html", context)


@require_POST
def decline(request: HttpRequest, way_id: UUID) -> HttpResponse:
    """No, or taken back."""
    name = ways.decline_way_back(actor=actor_of(request), way_id=way_id)
    said = _("%(name)s får ikke en ny startadgangskode.") % {"name": name}
    return thank(request, said, "waiting_employments")
