"""The daily lead answers a citizen who asks for another coordinator."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.course.actions import changing
from landfast.course.rules.changing import WORDS_MAX
from landfast.journeys.see_change import see_change
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.pages import to
from landfast.web.parts.shapes import Link


class KeptForm(forms.Form):
    """What the citizen is told when the coordinator stays."""

    words = forms.CharField(
        label=gettext_lazy("Til borgeren"), max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Borgeren læser det på sin side, og kan altid bede igen."),
        error_messages={
            "required": gettext_lazy("Skriv kort til borgeren, hvad I er blevet enige om.")
        },
    )  # fmt: skip


@offers(changing.answer_kept)
def answer(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Yes is an ordinary hand-over; after a talk that ends otherwise, the citizen is told."""
    actor = actor_of(request)
    change = see_change(actor, course_id)
    form = KeptForm(request.POST or None)
    said = _("Svaret er sendt. Borgeren kan læse det på sin side.")
    return form_page(
        request, form,
        lambda: changing.answer_kept(
            actor=actor, course_id=course_id, words=form.cleaned_data["words"]
        ),
        then=lambda _none: thank(request, said, "course", course_id),
        template="course/change.html", change=change, course_id=course_id, may_withdraw=True,
        submit=_("Send svaret"),
        heading=_("Når I har talt sammen, og koordinatoren bliver"),
        cancel=Link(_("Tilbage til forløbet"), to("course", course_id)),
    )  # fmt: skip
