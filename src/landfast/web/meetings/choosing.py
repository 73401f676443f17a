"""Page: a way to meet that the programme does not foresee, with a reason (principle 5)."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from landfast.journeys import prepare_meeting as journey
from landfast.meetings.actions import Because
from landfast.meetings.rules.formats import REASON_MAX
from landfast.meetings.rules.without import Ground
from landfast.web.doors import actor_of
from landfast.web.forms import form_page
from landfast.web.labels import asked
from landfast.web.parts.shapes import Link
from landfast.web.spoken import named


class BecauseForm(forms.Form):
    """Why this way; and where she is not there, what gives leave to talk about her."""

    reason = asked(
        forms.CharField(
            label=gettext_lazy("Hvorfor denne mødeform?"), max_length=REASON_MAX, required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=gettext_lazy("Kort. Det står ved mødet, og borgeren kan se det."),
        )
    )  # fmt: skip
    ground = asked(
        forms.ChoiceField(
            label=gettext_lazy("Hvad giver lov til at tale om borgeren?"), required=False,
            widget=forms.RadioSelect,
            choices=[
                (Ground.CONSENT.value, gettext_lazy("Borgeren har sagt ja")),
                (Ground.LAW.value, gettext_lazy("En lov")),
            ],
        )
    )  # fmt: skip
    ground_words = asked(
        forms.CharField(
            label=gettext_lazy("Hvornår sagde borgeren ja, eller hvilken lov?"),
            max_length=REASON_MAX, required=False,
            help_text=gettext_lazy("Borgeren kan se det."),
        )
    )  # fmt: skip

    def __init__(self, *args: Any, is_with_citizen: bool, is_citizen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_citizen:  # she owes no reason
            del self.fields["reason"]
        if is_with_citizen:
            del self.fields["ground"], self.fields["ground_words"]


@require_http_methods(["GET", "HEAD", "POST"])
def begin_other(request: HttpRequest, course_id: UUID, format_code: str) -> HttpResponse:
    """Begin a meeting in a way that the programme does not foresee."""
    actor = actor_of(request)
    chosen = journey.see_choice(actor, course_id, format_code)
    form = BecauseForm(
        request.POST or None, is_with_citizen=chosen.form.is_with_citizen,
        is_citizen=actor.is_citizen,
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: journey.begin_meeting(
            actor=actor, course_id=course_id, format_code=format_code,
            because=Because(**form.cleaned_data),
        ),
        then=lambda meeting: redirect("prepare_meeting", course_id, meeting),
        heading=named(chosen.form.name), submit=_("Forbered mødet"), lede=named(chosen.form.output),
        cancel=Link(_("Gå tilbage"), reverse("meetings", args=[course_id])),
    )  # fmt: skip
