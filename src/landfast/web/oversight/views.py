"""Search the look log, take it out, see what is unusual, see who asks for a name."""

from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.journeys import mend_mistake
from landfast.journeys import oversee_looks as run
from landfast.journeys.keep_rules import see_grounds
from landfast.journeys.oversee_looks import SeenLook
from landfast.kernel.refusals import Wrong
from landfast.web.doors import actor_of
from landfast.web.forms import asks
from landfast.web.mistakes.present import saw
from landfast.web.oversight import present
from landfast.web.oversight.forms import EXPORT, MOST, SAMPLE, SearchForm
from landfast.web.pages import page
from landfast.web.parts.shapes import Link


@dataclass
class Meant:
    """Whom a search is about, or the ones to choose among."""

    course: UUID | None = None
    person: UUID | None = None
    choose: list[Link] = field(default_factory=list)
    nobody: bool = False


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Indblik: the search and what it found."""
    form = SearchForm(request.GET or None)
    asked = form.is_bound and asks(form)
    meant = _meant(request, form) if asked else Meant()
    rows, waits = None, None
    if asked and not meant.choose and not meant.nobody:
        mixed = form.cleaned_data["tilfaeldige"]
        rows = run.search_looks(actor_of(request), form.asked(
            meant.course, meant.person, most=SAMPLE if mixed else MOST, mixed=mixed
        ))  # fmt: skip
    else:
        waits = run.see_what_waits(actor_of(request))  # who may not oversee sees no form either
    context = {
        "form": form, "waits": waits, "choose": meant.choose, "nobody": meant.nobody,
        "table": None if rows is None else present.found(rows),
        "query": request.GET.urlencode(), "sample": SAMPLE,
        "is_full": rows is not None and len(rows) == MOST,
    }  # fmt: skip
    return page(request, "oversight/log.html", context, status=422 if form.errors else 200)


def _meant(request: HttpRequest, form: SearchForm) -> Meant:
    said = form.cleaned_data
    meant = Meant(said["forloeb"], said["person"])
    citizens, staff = run.whom(
        actor_of(request), "" if meant.course else said["borger"],
        "" if meant.person else said["medarbejder"],
    )  # fmt: skip
    names = {row.person.id: f"{row.person.name}, {row.unit}" for row in staff}
    meant.nobody = bool(said["borger"] and not meant.course and not citizens) or bool(
        said["medarbejder"] and not meant.person and not names
    )
    meant.course = meant.course or (next(iter(citizens)) if len(citizens) == 1 else None)
    meant.person = meant.person or (next(iter(names)) if len(names) == 1 else None)
    if len(citizens) > 1:
        meant.choose = [_choose(request, "forloeb", *pair) for pair in citizens.items()]
    elif len(names) > 1:
        meant.choose = [_choose(request, "person", *pair) for pair in names.items()]
    return meant


def _choose(request: HttpRequest, key: str, value: UUID, name: str) -> Link:
    query = request.GET.copy()
    query[key] = str(value)
    return Link(name, f"{reverse('oversight')}?{query.urlencode()}")


def _export(request: HttpRequest) -> list[SeenLook]:
    form = SearchForm(request.GET or {})
    if not asks(form):
        raise Wrong("dates", _("Datoerne kan ikke læses. Søg igen."))
    meant = _meant(request, form)
    if meant.choose or meant.nobody:
        raise Wrong("whom", _("Vælg først, hvem det drejer sig om."))
    asked = form.asked(
        meant.course, meant.person, most=EXPORT, mixed=form.cleaned_data["tilfaeldige"]
    )
    return run.export_looks(actor_of(request), asked)


@require_GET
def as_csv(request: HttpRequest) -> HttpResponse:
    """The search as a file for a spreadsheet."""
    return HttpResponse(
        present.as_csv(_export(request)), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="log.csv"'},
    )  # fmt: skip


@require_GET
def as_json(request: HttpRequest) -> HttpResponse:
    """The search as data."""
    return JsonResponse(
        {"looks": present.lines(_export(request))}, json_dumps_params={"ensure_ascii": False},
        headers={"Content-Disposition": 'attachment; filename="log.json"'},
    )  # fmt: skip


@require_GET
def unusual(request: HttpRequest) -> HttpResponse:
    """Unusual looks of two weeks, with their reason; a person judges."""
    rows = present.unusual(run.see_unusual(actor_of(request)))
    context = {
        "waiting": [one for one in rows if not one["verdict"]],
        "judged": [one for one in rows if one["verdict"]],
    }
    return page(request, "oversight/unusual.html", context)


@require_GET
def mistakes(request: HttpRequest) -> HttpResponse:
    """Who saw what lay with the wrong citizen, and whether they were told."""
    rows = saw(mend_mistake.see_saw(actor_of(request)), "officer_reader_told")
    return page(request, "oversight/mistakes.html", {"saw": rows})


@require_GET
def grounds(request: HttpRequest) -> HttpResponse:
    """Why signs in people's lives may be asked about here, with the assessment to fetch."""
    return page(request, "oversight/grounds.html", {"ours": see_grounds(actor_of(request))})


@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """Citizens who ask who it was."""
    return page(request, "oversight/questions.html", {"rows": run.see_questions(actor_of(request))})
