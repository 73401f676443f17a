"""Early signs: one page to record, one to read, for the team and for her."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.course.actions import signalling
from landfast.course.rules.signal import LASTS, SIGNAL_NAMES, WORDS_MAX
from landfast.journeys import record_signal as journey
from landfast.kernel.clock import today
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link


class SignalForm(forms.Form):
    """What was seen, and when."""

    kind = forms.ChoiceField(
        label=_("Hvad er set?"), widget=forms.RadioSelect,
        choices=[(kind.value, _(name)) for kind, name in SIGNAL_NAMES.items()],
        error_messages={"required": _("Vælg, hvad der er set.")},
    )  # fmt: skip
    seen_on = forms.DateField(
        label=_("Hvornår?"), widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Vælg den dag, det blev set.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Et par ord, hvis det hjælper"), max_length=WORDS_MAX, required=False,
        help_text=_("Borgeren og teamet kan læse det."),
    )  # fmt: skip


@require_GET
def signals(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What was seen; she reads the same as her team."""
    actor = actor_of(request)
    seen = journey.see_signals(actor, course_id)
    rows = [(_t(SIGNAL_NAMES[row.kind]), row) for row in seen.rows]
    name = "signals.html" if actor.is_staff else "my_signals.html"
    return page(request, f"course/{name}", {"seen": seen, "rows": rows, "days": LASTS.days})


@require_http_methods(["GET", "HEAD", "POST"])
@offers(signalling.record_signal)
def record_signal(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One touch and a button; numbers for danger now stand above."""
    actor = actor_of(request)
    seen = journey.see_signals(actor, course_id)
    form = SignalForm(request.POST or None, initial={"seen_on": today()})
    return form_page(
        request, form,
        lambda: journey.record_signal(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda _id: thank(
            request, _t("Det er skrevet. Tal med borgeren om det."), "signals", course_id
        ),
        template="course/signal.html", seen=seen,
        heading=_t("Skriv et tegn om %(name)s") % {"name": seen.frame.called},
        submit=_t("Gem tegnet"), cancel=Link(_t("Tilbage til forløbet"), to("course", course_id)),
    )  # fmt: skip
