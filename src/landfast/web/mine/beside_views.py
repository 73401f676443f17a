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
from landfast.network.rules.unwell import as_one
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.pages import to
from landfast.web.parts.shapes import Act


@require_POST
def take(request: HttpRequest, course_id: UUID, page_id: UUID) -> HttpResponse:
    """Ja, det er min side; or away with it."""
    is_hers = request.POST.get("answer") == "yes"
    beside.take_unwell_beside(
        actor=actor_of(request), course_id=course_id, page_id=page_id, is_hers=is_hers,
        seen=request.POST.get("seen", ""), replaces=request.POST.get("replaces", ""),
    )  # fmt: skip
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
            "yes": _answer(seen, row, _("Ja, det er min side"), "yes"),
            "no": _answer(seen, row, _("Nej, smid det væk"), "no"),
        }
        for row in seen.beside
    ]  # fmt: skip


def _answer(seen: MyUnwell, row: UnwellRow, label: str, said: str) -> Act:
    """Her answer, with the words that it is about and those that they would replace."""
    url, own = to("take_my_unwell", seen.course.id, row.id), seen.page.words if seen.page else {}
    told = ("answer", said), ("seen", as_one(row.words)), ("replaces", as_one(own))
    return Act(label, url, "post", told)
