"""Alt om mig: to read, to take home, and who has the responsibility for it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from landfast.access.rules import LookKind
from landfast.journeys.read_own_record import read_own_record
from landfast.journeys.see_who_answers import see_who_answers
from landfast.paper.record_book import render as render_record
from landfast.people import queries as people
from landfast.web.doors import actor_of
from landfast.web.mine import answering_present as answering
from landfast.web.mine import record_present as present
from landfast.web.pages import page, pdf


@require_GET
def my_record(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Everything that stands about me, as a book."""
    seen = read_own_record(actor_of(request), course_id, page="Alt om mig")
    context = {"chapters": present.book(seen), "course_id": course_id, "made_at": seen.made_at}
    return page(request, "mine/my_record.html", context)


@require_GET
def my_record_file(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The same as a file of data (GDPR art. 15 and 20); the look says that it was taken out."""
    seen = read_own_record(
        actor_of(request), course_id, page="Alt om mig (fil)", kind=LookKind.EXPORT,
        with_files=True,
    )  # fmt: skip
    return JsonResponse(
        present.data(seen),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={
            "Content-Disposition": 'attachment; filename="alt-om-mig.json"',
            "Cache-Control": "no-store",
        },
    )


@require_GET
def my_record_paper(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The same as a book on paper; the look says so."""
    seen = read_own_record(
        actor_of(request), course_id, page="Alt om mig (print)", kind=LookKind.PRINT
    )
    chapters = present.pages(present.book(seen, whole=True))
    return pdf(render_record(chapters, seen.made_at), "alt-om-mig.pdf")


@require_GET
def my_answers(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Hvem har ansvaret for det, der står her: by name, and whom to complain to."""
    seen = see_who_answers(actor_of(request), course_id)
    context = {"parts": answering.own_parts(seen), "runs_it": seen.runs_it,
               "course_id": course_id, "own": seen.course}  # fmt: skip
    return page(request, "mine/my_answers.html", context)


@require_GET
def who_answers(request: HttpRequest) -> HttpResponse:
    """What the organisations have between them, on one page; nothing about any citizen."""
    context = {"parts": answering.all_parts(), "organisations": people.organisations()}
    return page(request, "mine/who_answers.html", context)
