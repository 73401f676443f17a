"""Page: the minutes are given on paper to who gets no mail."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.meetings import actions
from landfast.web.doors import actor_of
from landfast.web.forms import thank


@require_POST
def give(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, minutes_id: UUID, relation_id: UUID
) -> HttpResponse:
    """One of hers has the version that the page showed."""
    actions.note_given(actor=actor_of(request), minutes_id=minutes_id, relation=relation_id)
    said = _("Det er noteret, at referatet er givet.")
    return thank(request, said, "minutes", course_id, meeting_id)
