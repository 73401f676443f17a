"""An invitation to a standing meeting: my answer, and a letter that is tried again (C4)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.circles.actions import inviting as actions
from landfast.journeys import meet_in_circle as journey
from landfast.meetings.rules import Reply
from landfast.web.circles.answer_forms import AnswerForm
from landfast.web.circles.sitting import show_sitting
from landfast.web.doors import actor_of
from landfast.web.forms import sent, thank


@require_POST
def answer(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """My answer."""
    actor, form = actor_of(request), AnswerForm(request.POST)
    done, _none = sent(
        request, form,
        lambda: actions.answer(
            actor=actor, sitting_id=sitting_id, reply=Reply(form.cleaned_data["reply"]),
            reason=form.cleaned_data["reply_reason"],
        ),
    )  # fmt: skip
    if not done:
        return show_sitting(request, journey.see_sitting(actor, sitting_id), form)
    return thank(request, _("Dit svar er gemt."), "sitting", sitting_id)


@require_POST
def retry(request: HttpRequest, sitting_id: UUID, invite_id: UUID) -> HttpResponse:
    """Try again what did not arrive."""
    actions.try_again(actor=actor_of(request), invite_id=invite_id)
    return thank(request, _("Vi prøver igen nu."), "sitting", sitting_id)
