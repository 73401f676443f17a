"""Pages: a guest who was named writes in the draft of the minutes, or her own reflection."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import visit_meeting as journey
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions
from landfast.meetings.actions.guest_draft import make_draft_as_guest
from landfast.meetings.queries import MinutesRow
from landfast.web.doors import actor_of
from landfast.web.forms import sent, thank
from landfast.web.meetings.visiting import draft_form, own_reflection_form, show_visit


@require_POST
def make(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The draft, when nobody ended the meeting."""
    make_draft_as_guest(actor=actor_of(request), course_id=course_id, meeting_id=meeting_id)
    return _back(request, _("Udkastet er lavet. Læs det igennem."), course_id, meeting_id)


@require_POST
def edit(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The words of the draft are put right."""
    actor = actor_of(request)
    seen = journey.visit(actor, course_id, meeting_id)
    row = _draft(seen)
    form = draft_form(row, request.POST)
    done, _none = sent(
        request, form,
        lambda: actions.edit_minutes(
            actor=actor, minutes_id=row.id, citizen_said=form.cleaned_data["citizen_said"],
            themes=form.texts(), seen=form.was_seen,
        ),
    )  # fmt: skip
    if not done:
        return show_visit(request, seen, edit_form=form)
    return _back(request, _("Referatet er gemt."), course_id, meeting_id)


@require_POST
def show(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """To the citizen first."""
    actor = actor_of(request)
    row = _draft(journey.visit(actor, course_id, meeting_id))
    actions.show_minutes(actor=actor, minutes_id=row.id)
    return _back(request, _("Borgeren kan nu se referatet."), course_id, meeting_id)


@require_POST
def reflect(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """What she heard, by her own hand."""
    actor = actor_of(request)
    seen = journey.visit(actor, course_id, meeting_id)
    form = own_reflection_form(seen, request.POST)
    done, _id = sent(
        request, form,
        lambda: actions.write_reflection(actor=actor, meeting_id=meeting_id, **form.cleaned_data),
    )  # fmt: skip
    if not done:
        return show_visit(request, seen, reflection_form=form)
    return _back(request, _("Din refleksion er gemt."), course_id, meeting_id)


def _draft(seen: journey.Visit) -> MinutesRow:
    if seen.writing.draft is None:
        raise NotFound
    return seen.writing.draft


def _back(request: HttpRequest, said: str, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    return thank(request, said, "visit_meeting", course_id, meeting_id)
