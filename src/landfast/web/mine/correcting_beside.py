"""Det passer ikke, said by the citizen and written down by who sits beside her (F6)."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.course.actions.correcting import ask_correction
from landfast.course.rules.correcting import WORDS_MAX
from landfast.journeys.hand_out_record import look_through_record
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.mine.record_present import book, entry_of
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link
from landfast.web.plan.forms import OwnWordForm

CORRECTIONS = "course_correction"


class BesideForm(OwnWordForm):
    """What does not fit, in her words."""

    words = forms.CharField(
        label=_("Hvad siger borgeren, der ikke passer?"), max_length=WORDS_MAX,
        widget=forms.Textarea,
    )  # fmt: skip
    field_order = ("words", "citizen_said_so")


@require_GET
def find(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All that stands about her, chapter by chapter: look through it together."""
    seen = look_through_record(actor_of(request), course_id)
    chapters = [one for one in book(seen) if one.key != CORRECTIONS]
    return page(
        request, "mine/find_correction.html", {"chapters": chapters, "course_id": course_id}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@offers(ask_correction)
def ask(request: HttpRequest, course_id: UUID, about: str) -> HttpResponse:
    """One entry, and what she says of it."""
    actor = actor_of(request)
    entry = entry_of(look_through_record(actor, course_id), about)
    if entry is None:
        raise NotFound
    form = BesideForm(request.POST or None, is_citizen=False)
    return form_page(
        request, form,
        lambda: ask_correction(
            actor=actor, course_id=course_id, about=about, words=form.cleaned_data["words"],
            citizen_said_so=form.said_so,
        ),
        then=lambda _id: thank(
            request, str(_("Det er skrevet ned. Svar borgeren her, når du har set på det.")),
            "corrections", course_id,
        ),
        heading=_("Det passer ikke"),
        lede=gettext("Der står nu: »%(words)s«") % {"words": entry.values[0][1]},
        submit=_("Gem, hvad borgeren siger"),
        cancel=Link(str(_("Gå tilbage")), to("find_correction", course_id)),
    )  # fmt: skip
