"""The list, and one form an act. Each act is the room's; the database knows who."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.journeys import decide_precedence as decide
from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.programmes.actions import remove_precedence
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.programmes.forms import ListForm, RemoveForm

a_form = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def precedence(request: HttpRequest) -> HttpResponse:
    """The lists of the units that I lead."""
    lists = decide.see_lists(actor_of(request))
    return page(request, "programmes/precedence.html", {"lists": lists})


@a_form
def list_function(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A function whose coordination courses are to take over."""
    actor = actor_of(request)
    unit = next((one.unit for one in decide.see_lists(actor) if one.unit.id == unit_id), None)
    if unit is None:
        raise NotAllowed(
            "not_your_list",
            da("Listen hører til ledergruppen. Er den forkert, så sig det til din leder."),
        )
    form = ListForm(request.POST or None, initial={"decided_on": today()})
    return form_page(
        request, form,
        lambda: decide.list_function(actor=actor, unit_id=UnitId(unit_id), **form.cleaned_data),
        then=lambda _id: thank(request, _("Funktionen står nu på listen."), "precedence"),
        heading=_("Skriv en funktion på listen"), submit=_("Skriv på listen"),
        lede=_(
            "I forløb i %(unit)s samler koordinatoren så trådene i stedet."
            " Alt andet arbejde fortsætter, også det, der står i loven."
        )
        % {"unit": unit.name},
        cancel=Link(_("Gå tilbage"), reverse("precedence")),
    )  # fmt: skip


@a_form
def remove(request: HttpRequest, precedence_id: UUID) -> HttpResponse:
    """Take a function off the list."""
    actor, form = actor_of(request), RemoveForm(request.POST or None)
    row = decide.see_listed(actor, precedence_id)
    return form_page(
        request, form,
        lambda: remove_precedence(
            actor=actor, precedence_id=precedence_id, reason=form.cleaned_data["reason"]
        ),
        then=lambda _none: thank(request, _("Funktionen er taget af listen."), "precedence"),
        heading=_("Tag af listen: %(function)s") % {"function": row.function},
        submit=_("Tag af listen"),
        lede=_("Fra i dag koordinerer funktionen igen selv. Listen husker det gamle."),
        cancel=Link(_("Gå tilbage"), reverse("precedence")),
    )  # fmt: skip
