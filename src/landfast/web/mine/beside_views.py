"""What somebody wrote beside me: I say that it is mine, or throw it away."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.see_my_words import MyUnwell
from landfast.network.actions import beside
from landfast.network.queries.own import UnwellRow
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.pages import to
from landfast.web.parts.shapes import Act


@require_POST
def take(request: HttpRequest, course_id: UUID, page_id: UUID) -> HttpResponse:
    """Ja, det er min side; or away with it."""
    is_hers = request.POST.get("answer") == "yes"
    beside.take_unwell_beside(
        actor=actor_of(request), course_id=course_id, page_id=page_id, is_hers=is_hers
    )
    said = _("Tak. Nu er det din side.") if is_hers else _("Det er smidt væk.")
    return thank(request, said, "my_unwell")


def waiting(
    seen: MyUnwell, said: Callable[[UnwellRow], list[tuple[str, str, str]]]
) -> list[dict[str, Any]]:
    """Each page that waits for my yes, with what I can do."""
    return [
        {
            "by": row.helped_by, "parts": said(row), "day": row.updated_at,
            "replaces": seen.page is not None,
            "yes": _answer(seen, row.id, _("Ja, det er min side"), "yes"),
            "no": _answer(seen, row.id, _("Nej, smid det væk"), "no"),
        }
        for row in seen.beside
    ]  # fmt: skip


def _answer(seen: MyUnwell, page_id: UUID, label: str, said: str) -> Act:
    url = to("take_my_unwell", seen.course.id, page_id)
    return Act(label, url, "post", (("answer", said),))
