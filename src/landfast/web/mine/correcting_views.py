"""Det passer ikke: the citizen asks to have an entry corrected, and is answered beside it."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.course.actions.correcting import answer_correction, ask_correction
from landfast.course.queries.correcting import corrections
from landfast.course.rules.correcting import WORDS_MAX
from landfast.journeys.hand_out_record import look_through_record
from landfast.journeys.read_own_record import read_own_record
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.mine.record_present import entry_in_words, entry_of
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link

MADE, STANDS = "corrected", "stands"


class AskForm(forms.Form):
    """What does not fit."""

    words = forms.CharField(
        label=_("Hvad passer ikke?"), max_length=WORDS_MAX, widget=forms.Textarea
    )  # fmt: skip


class AnswerForm(forms.Form):
    """Corrected, or it stands; and the words to the citizen."""

    answer = forms.ChoiceField(
        label=_("Hvad er der sket?"), widget=forms.RadioSelect,
        choices=((MADE, _("Det er rettet")), (STANDS, _("Det bliver stående"))),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Svar til borgeren"), max_length=WORDS_MAX, widget=forms.Textarea
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, course_id: UUID, about: str) -> HttpResponse:
    """The citizen about one entry of Alt om mig."""
    actor = actor_of(request)
    seen = read_own_record(actor, course_id, page="Alt om mig (det passer ikke)")
    entry = entry_in_words(seen, about)
    if not entry:
        raise NotFound
    form = AskForm(request.POST or None)
    return form_page(
        request, form,
        lambda: ask_correction(actor=actor, course_id=course_id, about=about, **form.cleaned_data),
        then=lambda _id: thank(
            request, str(_("Tak. Din koordinator ser på det og svarer dig.")),
            "my_record", course_id,
        ),
        template="form_page.html", heading=_("Det passer ikke"), lede=entry,
        submit=_("Bed om at få det rettet"),
        cancel=Link(str(_("Gå tilbage")), to("my_record", course_id)),
    )  # fmt: skip


@require_GET
def asked(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What the citizen wants corrected, for who holds the threads."""
    seen = look_through_record(actor_of(request), course_id)
    rows = [(row, entry_of(seen, row.about)) for row in corrections(course_id)]
    return page(request, "mine/corrections.html", {"rows": rows, "course_id": course_id})


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, course_id: UUID, correction_id: UUID) -> HttpResponse:
    """Corrected, or it stands."""
    actor = actor_of(request)
    seen = look_through_record(actor, course_id)
    row = next((one for one in corrections(course_id) if one.id == correction_id), None)
    if row is None:
        raise NotFound
    form = AnswerForm(request.POST or None)
    return form_page(
        request, form,
        lambda: answer_correction(
            actor=actor, course_id=course_id, correction_id=correction_id,
            is_corrected=form.cleaned_data["answer"] == MADE, note=form.cleaned_data["note"],
        ),
        then=lambda _none: thank(
            request, str(_("Borgeren kan læse svaret.")), "corrections", course_id
        ),
        heading=_("Svar borgeren"), submit=_("Send svaret"),
        template="mine/answer_correction.html", row=row, entry=entry_of(seen, row.about),
        cancel=Link(str(_("Gå tilbage")), to("corrections", course_id)),
    )  # fmt: skip
