"""Asking a named leader to decide one thing, and the leader's own pages."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.journeys import decide_one as journey
from landfast.journeys.see_plan import AgreementSeen
from landfast.kernel.ids import PersonId
from landfast.plan import actions
from landfast.plan.queries import DecisionRow
from landfast.plan.rules.deciding import (
    ANSWERS,
    REASON_MAX,
    WORDS_MAX,
    DecisionAnswer,
    may_ask_decision,
)
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.labels import asked
from landfast.web.pages import page
from landfast.web.parts.shapes import Act, Link, Reader, Readers


class AskForm(forms.Form):
    """What is to be decided, and why: all that the leader reads."""

    question = forms.CharField(
        label=gettext_lazy("Hvad skal afgøres?"), max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text=gettext_lazy("Lederen ser kun det, du skriver her, og hvem det handler om."),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Hvorfor?"), max_length=REASON_MAX,
        help_text=gettext_lazy("Skriv ikke mere, end lederen har brug for."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """Yes, no or instead, with a reason."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Hvad er svaret?"), widget=forms.RadioSelect,
        choices=[(one.value, gettext_lazy(name)) for one, name in ANSWERS.items()],
    )  # fmt: skip
    instead = asked(
        forms.CharField(
            label=gettext_lazy("Hvad så i stedet?"), max_length=WORDS_MAX, required=False,
            help_text=gettext_lazy("Kun når du vælger noget andet i stedet."),
        )
    )  # fmt: skip
    because = forms.CharField(
        label=gettext_lazy("Hvorfor?"), max_length=WORDS_MAX,
        help_text=gettext_lazy("Borgeren kan læse det."),
        widget=forms.Textarea(attrs={"rows": "3"}),
    )  # fmt: skip


def shown(seen: AgreementSeen) -> dict[str, Any]:
    """What the page of an agreement says about decisions."""
    course, key = seen.course.course_id, seen.agreement.id
    may = may_in_course(seen.roles, Permission.DECISION_ASK)
    waits = any(row.waits for row in seen.decisions)
    can_ask = may and may_ask_decision(seen.agreement.state, waits=waits)
    return {
        "decisions": [_line(course, key, row, may=may) for row in seen.decisions],
        "ask_decision_url": reverse("find_decider", args=[course, key]) if can_ask else "",
    }


def _line(course: UUID, agreement: UUID, row: DecisionRow, *, may: bool) -> dict[str, Any]:
    said = _("Trukket tilbage") if row.withdrawn_at else _("Venter på svar")
    url = reverse("withdraw_decision", args=[course, agreement, row.id])
    return {
        "row": row, "said": _(ANSWERS[row.answer]) if row.answer else said,
        "act": Act(_("Træk spørgsmålet tilbage"), url, "post") if may and row.waits else None,
    }  # fmt: skip


@require_GET
def find_decider(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Look for the leader who can decide it."""
    words = request.GET.get("q", "")[:100]
    found = journey.find_deciders(actor_of(request), course_id, agreement_id, words)
    context = {
        "q": words, "found": found.found, "course_id": course_id, "row": found.seen.agreement,
    }  # fmt: skip
    return page(request, "plan/find_decider.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_decision(
    request: HttpRequest, course_id: UUID, agreement_id: UUID, person_id: UUID
) -> HttpResponse:
    """One leader is asked; what they will see is said first."""
    actor = actor_of(request)
    found = journey.find_deciders(actor, course_id, agreement_id, "")
    name = journey.decider_name(person_id)
    form = AskForm(request.POST or None, initial={"question": found.seen.agreement.text})
    return form_page(
        request, form,
        lambda: actions.ask_decision(
            actor=actor, agreement_id=agreement_id, decider=PersonId(person_id),
            **form.cleaned_data,
        ),
        then=lambda _id: thank(
            request, _("Lederen er spurgt og får besked."), "agreement", course_id, agreement_id
        ),
        heading=_("Spørg %(name)s") % {"name": name}, submit=_("Send spørgsmålet"),
        lede=_("%(name)s ser spørgsmålet, grunden og borgerens navn. Ikke andet. Adgangen slutter "
               "med svaret.") % {"name": name},
        readers=Readers(
            (Reader(name), Reader(found.seen.course.called, _("borgeren")), Reader(_("teamet")))
        ),
        cancel=Link(_("Gå tilbage"), reverse("find_decider", args=[course_id, agreement_id])),
    )  # fmt: skip


@require_POST
def withdraw_decision(
    request: HttpRequest, course_id: UUID, agreement_id: UUID, ask_id: UUID
) -> HttpResponse:
    """Not to be decided after all."""
    actions.withdraw_decision(actor=actor_of(request), decision_id=ask_id)
    return thank(
        request, _("Spørgsmålet er trukket tilbage."), "agreement", course_id, agreement_id
    )


@require_GET
def my_decisions(request: HttpRequest) -> HttpResponse:
    """What I am asked to decide."""
    rows = journey.my_decisions(actor_of(request))
    return page(request, "plan/my_decisions.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, course_id: UUID, ask_id: UUID) -> HttpResponse:
    """The one question, and the answer."""
    actor = actor_of(request)
    seen = journey.see_decision(actor, course_id, ask_id)
    form = AnswerForm(request.POST or None)
    return form_page(
        request, form, lambda: _answer(request, ask_id, form),
        then=lambda _none: thank(
            request, _("Svaret er sendt. Du kan ikke længere læse spørgsmålet."), "my_decisions"
        ),
        template="plan/decide.html", heading=_("Til afgørelse"), submit=_("Send svaret"),
        row=seen.decision, citizen=seen.citizen,
        readers=Readers((Reader(seen.citizen, _("borgeren")), Reader(_("borgerens team")))),
        cancel=Link(_("Gå tilbage"), reverse("my_decisions")),
    )  # fmt: skip


def _answer(request: HttpRequest, ask_id: UUID, form: AnswerForm) -> None:
    said = form.cleaned_data
    actions.answer_decision(
        actor=actor_of(request), decision_id=ask_id, answer=DecisionAnswer(said["answer"]),
        because=said["because"], instead=said["instead"],
    )  # fmt: skip
