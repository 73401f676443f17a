"""Alt om mig: to read, and to take home."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from landfast.journeys.read_own_record import read_own_record
from landfast.web.doors import actor_of
from landfast.web.mine import record_present as present
from landfast.web.pages import page


@require_GET
def my_record(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Everything that stands about me, as a book."""
    seen = read_own_record(actor_of(request), course_id, page="Alt om mig")
    context = {"chapters": present.book(seen), "course_id": course_id, "made_at": seen.made_at}
    return page(request, "mine/my_record.html", context)


@require_GET
def my_record_file(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The same as a file of data (GDPR art. 15 and 20); the look says that it was taken out."""
    seen = read_own_record(actor_of(request), course_id, page="Alt om mig (fil)")
    return JsonResponse(
        present.data(seen),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={
            "Content-Disposition": 'attachment; filename="alt-om-mig.json"',
            "Cache-Control": "no-store",
        },
    )
