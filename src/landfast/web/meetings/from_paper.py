"""Page: a meeting that was held on paper is typed in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from landfast.journeys.hold_meeting import sit_at_table
from landfast.journeys.type_from_paper import sit_to_type, type_from_paper
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.meetings.paper_forms import PaperForm


def type_in(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The form's parts in the form's order; the draft of the minutes comes next."""
    actor = actor_of(request)
    # what is typed already is refused in the form, with its words
    sit = sit_at_table if request.method == "POST" else sit_to_type
    table = sit(actor, course_id, meeting_id)
    form = PaperForm(request.POST or None, table=table)
    return form_page(
        request, form,
        lambda: type_from_paper(actor=actor, meeting_id=meeting_id, sheet=form.sheet()),
        then=lambda _id: thank(
            request, _("Papiret er skrevet ind. Her er et udkast til referatet."),
            "minutes", course_id, meeting_id,
        ),
        template="meetings/from_paper.html", meeting=table.room.meeting, whose=table.whose,
    )  # fmt: skip
