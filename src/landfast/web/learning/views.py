"""Copies and workshops of who leads them: the list, the wall where it is gathered, the report."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.kernel.clock import today
from landfast.learning.actions import studies as actions
from landfast.learning.queries import studies as queries
from landfast.learning.rules.workshop import KIND_NAMES, Kind
from landfast.paper.learning import render
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.learning import present
from landfast.web.learning.forms import KindForm
from landfast.web.pages import leave, page, pdf, to
from landfast.web.parts.shapes import Link


@require_GET
def studies(request: HttpRequest) -> HttpResponse:
    """My copies, and the workshops on them."""
    rows = [
        (row, [(one, _(KIND_NAMES[one.kind])) for one in row.workshops])
        for row in queries.studies(actor_of(request))
    ]
    held = [one.kind for row, _named in rows for one in row.workshops]
    context = {"rows": rows, "has_audits": held.count(Kind.AUDIT) > 1}
    return page(request, "learning/studies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """A workshop or an audit on one of my copies."""
    actor = actor_of(request)
    study = queries.study(actor, study_id)
    form = KindForm(request.POST or None, initial={"kind": Kind.WORKSHOP})
    return form_page(
        request, form,
        lambda: actions.begin(
            actor=actor, study_id=study_id, kind=Kind(form.cleaned_data["kind"])
        ),
        then=lambda key: leave(request, "workshop", key),
        heading=_("Begynd en workshop"), lede=study.title, submit=_("Få en kode"),
        cancel=Link(_("Gå tilbage"), to("studies")),
    )  # fmt: skip


@require_GET
def workshop(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """The wall: the code, and what is gathered while the groups work."""
    found = queries.gathered(actor_of(request), workshop_id)
    context = {
        **present.gathered_shown(found),
        "door": request.build_absolute_uri(reverse("workshop_door")),
    }
    return page(request, "learning/workshop.html", context, partial="gathered")


@require_POST
def close(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """No more marks."""
    actions.close(actor=actor_of(request), workshop_id=workshop_id)
    return thank(request, _("Workshoppen er slut. Mærkerne er gemt."), "workshop", workshop_id)


@require_GET
def report(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """All of it on paper, with the picture."""
    found = queries.gathered(actor_of(request), workshop_id)
    shown = present.copy_sheet(found.study.title, found.study.lines)
    drawing = shown.drawing(badges=present.counted(found.marks))
    return pdf(render(found, shown.told, drawing, present.answers(found), today()), "workshop.pdf")
