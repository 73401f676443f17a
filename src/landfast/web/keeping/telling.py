"""Who has no login is told of the day of deletion by a letter or a person; that is written here."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.keeping import actions, queries
from landfast.keeping.rules import ToldHow
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.keeping import present
from landfast.web.keeping.forms import ToldForm
from landfast.web.pages import to
from landfast.web.parts.shapes import Link


@require_http_methods(["GET", "HEAD", "POST"])
def told(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What to say to her, and then: that it was said."""
    actor = actor_of(request)
    row = queries.case(actor, case_id)
    if case_id not in queries.to_tell(actor):
        raise NotNow("nothing_to_tell", da("Borgeren kan selv læse dagen, eller ved den allerede."))
    form = ToldForm(request.POST or None, initial={"on": today()})
    return form_page(
        request, form,
        lambda: actions.note_day_told(
            actor=actor, case_id=case_id, how=ToldHow(form.cleaned_data["how"]),
            on=form.cleaned_data["on"],
        ),
        then=lambda _none: thank(
            request, _("Det er skrevet ned, at borgeren ved det."), "kept_case", case_id
        ),
        heading=_("Fortæl borgeren dagen"), submit=_("Gem"),
        lede=present.to_say(row), cancel=Link(_("Gå tilbage"), to("kept_case", case_id)),
    )  # fmt: skip
