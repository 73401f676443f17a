"""Fetch a file; and Mine papirer: put one there, show it to my team, take it away."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.queries import require_staff
from landfast.files import actions, queries
from landfast.files.fetching import fetch
from landfast.files.rules import Kind
from landfast.journeys import see_papers as journey
from landfast.web.doors import actor_of
from landfast.web.files import present, serving
from landfast.web.files.forms import FaceForm, PaperForm
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Act, Link
from landfast.web.uploads import takes_file


@require_GET
def file(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """One file. Hidden, removed and absent are one answer; each fetch stands in the log."""
    return serving.answer(request, fetch(actor_of(request), file_id))


@require_GET
def papers(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Mine papirer, or the papers that the citizen shows her team."""
    actor = actor_of(request)
    seen = journey.see_papers(actor, course_id)
    template = "files/my_papers.html" if actor.is_citizen else "files/papers.html"
    return page(request, template, present.papers(seen))


@takes_file
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A letter I got, a photo: what it is, and who may read it."""
    actor = actor_of(request)
    seen = journey.see_papers(actor, course_id, adds=True)
    form = PaperForm(present.team(seen), request.POST or None, request.FILES or None)
    return form_page(
        request, form,
        lambda: actions.add(
            actor=actor, course_id=course_id, kind=Kind.PAPER, **form.said()
        ),
        then=lambda _id: thank(request, _("Det er lagt ind."), "papers", course_id),
        template="form_page.html", heading=_("Læg et papir ind"), submit=_("Læg ind"),
        lede=_("Det kan være et brev, du har fået, eller et billede."),
        cancel=Link(_("Gå tilbage"), to("papers", course_id)),
    )  # fmt: skip


@require_POST
def show_team(request: HttpRequest, course_id: UUID, file_id: UUID) -> HttpResponse:
    """My team may read it too."""
    actions.show_team(actor=actor_of(request), file_id=file_id)
    return thank(request, _("Dit team kan læse det nu."), "papers", course_id)


@require_POST
def remove(request: HttpRequest, course_id: UUID, file_id: UUID) -> HttpResponse:
    """Take it away."""
    actions.remove(actor=actor_of(request), file_id=file_id)
    return thank(request, _("Det er taget væk. Ingen kan læse det."), "papers", course_id)


@require_GET
def face(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The picture of somebody who works here."""
    return serving.picture(queries.face(person_id))


@takes_file
@require_http_methods(["GET", "HEAD", "POST"])
def my_face(request: HttpRequest) -> HttpResponse:
    """An employee's own picture."""
    actor = actor_of(request)
    require_staff(actor)
    form = FaceForm(request.POST or None, request.FILES or None)
    shown = queries.has_face(actor.person_id)
    return form_page(
        request, form, lambda: actions.show_face(actor=actor, upload=form.cleaned_data["file"]),
        then=lambda _none: thank(request, _("Dit billede vises nu."), "my_face"),
        template="files/my_face.html", heading=_("Dit billede"), submit=_("Vis billedet"),
        lede=_("Borgere og kolleger kan se, hvem de skal møde."),
        face=to("face", actor.person_id) if shown else "",
        hide=Act(_("Tag billedet væk"), to("hide_face"), "post"),
    )  # fmt: skip


@require_POST
def hide_face(request: HttpRequest) -> HttpResponse:
    """The picture goes."""
    actions.hide_face(actor=actor_of(request))
    return thank(request, _("Billedet er taget væk."), "my_face")
