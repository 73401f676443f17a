"""Page: she is told of a meeting that was held about her without her (domain 0.10)."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from landfast.journeys.see_minutes import look_at_minutes
from landfast.meetings import actions
from landfast.meetings.rules.formats import REASON_MAX
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.labels import asked
from landfast.web.parts.shapes import Link


class ToldForm(forms.Form):
    """What she was told, and how."""

    told_words = asked(
        forms.CharField(
            label=gettext_lazy("Hvad fik borgeren at vide, og hvordan?"), max_length=REASON_MAX,
            required=False, widget=forms.Textarea(attrs={"rows": 3}),
            help_text=gettext_lazy("Kort. Borgeren kan se det."),
        )
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.tell_citizen)
def tell(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Write down that she has been told."""
    actor, form = actor_of(request), ToldForm(request.POST or None)
    seen = look_at_minutes(actor, course_id, meeting_id)
    return form_page(
        request, form,
        lambda: actions.tell_citizen(
            actor=actor, meeting_id=seen.meeting.id, how=form.cleaned_data["told_words"]
        ),
        then=lambda _none: thank(
            request, _("Det er skrevet ned."), "minutes", course_id, meeting_id
        ),
        heading=_("Fortæl borgeren om mødet"), submit=_("Skriv det ned"),
        lede=_("Borgeren var ikke med. Ring eller mød borgeren først, og skriv så her."),
        cancel=Link(_("Gå tilbage"), reverse("minutes", args=[course_id, meeting_id])),
    )  # fmt: skip
