"""A line that was said is put right from the large page; the words in its other fields are kept."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from landfast.journeys import act_in_room
from landfast.journeys.hold_meeting import sit_at_table
from landfast.kernel.ids import new_id
from landfast.kernel.refusals import NotFound
from landfast.meetings.rules.acts import Act
from landfast.meetings.rules.merging import ActKind
from landfast.meetings.rules.turns import TEXT_MAX
from landfast.web.doors import actor_of
from landfast.web.forms import form_page
from landfast.web.meetings import present_room, room


class LineForm(forms.Form):
    """The line, and which version of it was read."""

    text = forms.CharField(
        label=gettext_lazy("Linjen"), max_length=TEXT_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    saw = forms.IntegerField(widget=forms.HiddenInput)


@require_POST
def mend_line(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, turn_id: UUID
) -> HttpResponse:
    """Opened from the room it keeps what is typed there; sent, it is written as on the phone.

    Changed on another screen since, both are shown side by side to who leads.
    """
    actor = actor_of(request)
    table = sit_at_table(actor, course_id, meeting_id)
    entry = next((one for one in table.room.log if one.id == turn_id and one.line.text), None)
    if entry is None:
        raise NotFound
    opens = "saw" not in request.POST
    if opens:
        room.keep_the_rest(request, course_id, meeting_id)
    form = LineForm(
        None if opens else request.POST, initial={"text": entry.line.text, "saw": entry.version}
    )

    def write() -> str:
        saw, text = str(form.cleaned_data["saw"]), form.cleaned_data["text"]
        act = Act(new_id(), ActKind.NOTE, saw, None, None, turn_id, "", text)
        took = act_in_room.take(actor=actor, meeting_id=meeting_id, act=act)
        return str(present_room.WAITS) if took.clash else _("Linjen er rettet.")

    def back(said: str) -> HttpResponse:
        messages.success(request, said)
        return redirect("hold_meeting", course_id, meeting_id)

    return form_page(
        request, form, write, then=back, template="meetings/mend_line.html",
        meeting=table.room.meeting, turn_id=turn_id,
    )  # fmt: skip
