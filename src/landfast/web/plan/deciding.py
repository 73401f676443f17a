"""Asking a named leader to decide one thing, and the leader's own pages."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys import decide_one as journey
from landfast.kernel.ids import PersonId
from landfast.paper import own_record
from landfast.paper.words import moment
from landfast.plan import actions
from landfast.plan.actions import Asking
from landfast.plan.rules.deciding import (
    ANSWERS,
    REASON_MAX,
    WORDS_MAX,
    Appeal,
    DecisionAnswer,
    Shown,
)
from landfast.web import drafts
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.labels import asked
from landfast.web.pages import page
from landfast.web.parts.shapes import Link, Reader, Readers
from landfast.web.plan.deciding_present import (
    APPEAL_NAMES,
    SHOWN,
    by,
    is_late,
    shown_rows,
    stands_in,
    suggestions,
)
from landfast.web.plan.meanwhile import MeanwhileForm, begin_meanwhile
from landfast.web.plan.onward import onward


class AskForm(MeanwhileForm):
    """What is to be decided, and why: all that the leader reads, but for what is ticked."""

    question = forms.CharField(
        label=gettext_lazy("Hvad skal afgøres?"), max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text=gettext_lazy("Lederen ser kun det, du skriver her, og hvem det handler om."),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Hvorfor?"), max_length=REASON_MAX,
        help_text=gettext_lazy("Skriv ikke mere, end lederen har brug for."),
    )  # fmt: skip
    shows = forms.MultipleChoiceField(
        label=gettext_lazy("Skal lederen også se noget af aftalen?"), required=False,
        choices=[(one.value, name) for one, name in SHOWN.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Koster det noget, ser lederen altid prisen."),
    )  # fmt: skip
    field_order = ("question", "reason", "shows", "interim", "interim_by")

    def asking(self, unit: UUID | None) -> Asking:
        """What is asked."""
        said = self.cleaned_data
        return Asking(
            said["question"], said["reason"], {Shown(one) for one in said["shows"]},
            self.meanwhile(), unit=unit,
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
    appeal = asked(
        forms.ChoiceField(
            label=gettext_lazy("Hvordan kan borgeren klage?"), required=False,
            choices=[(one.value, name) for one, name in APPEAL_NAMES.items()],
            widget=forms.RadioSelect,
            help_text=gettext_lazy("Når svaret er nej eller noget andet."),
        )
    )  # fmt: skip


@require_GET
def find_decider(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Those who can decide it, and a search for another."""
    words = request.GET.get("q", "")[:100]
    found = journey.find_deciders(actor_of(request), course_id, agreement_id, words)
    context = {
        "q": words, "found": found.found, "course_id": course_id, "row": found.seen.agreement,
        "suggested": suggestions(found, course_id),
    }  # fmt: skip
    return page(request, "plan/find_decider.html", context)


@dataclass(frozen=True)
class Preview:
    """What the leader will see, before it is sent."""

    question: str
    reason: str
    citizen: str
    rows: list[tuple[str, str]]


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.ask_decision)
def ask_decision(
    request: HttpRequest, course_id: UUID, agreement_id: UUID, person_id: UUID
) -> HttpResponse:
    """One leader is asked: what they will see is shown first, and sent by a second touch."""
    actor = actor_of(request)
    unit = _uuid(request.GET.get("enhed", ""))
    found = journey.before_asking(actor, course_id, agreement_id, PersonId(person_id), unit)
    row = found.seen.agreement
    begin = {"question": row.text, **begin_meanwhile(row, actor.person_id)}
    form = AskForm(request.POST or None, initial=begin, team=found.seen.team)
    context = _asking(found, course_id, agreement_id)
    if request.method == "POST" and "send" not in request.POST and form.is_valid():
        drafts.keep(request, form)
        context |= {"form": form, "preview": _preview(found, form)}
        return page(request, "plan/ask_decision.html", context)
    return form_page(
        request, form,
        lambda: actions.ask_decision(
            actor=actor, agreement_id=agreement_id, decider=PersonId(person_id),
            question=form.cleaned_data["question"], reason=form.cleaned_data["reason"],
            asking=form.asking(unit),
        ),
        then=lambda _id: thank(
            request, _("Lederen er spurgt og får besked."), "agreement", course_id, agreement_id
        ),
        template="plan/ask_decision.html", preview=None, **context,
    )  # fmt: skip


def _asking(found: journey.Asking, course_id: UUID, agreement_id: UUID) -> dict[str, Any]:
    name = found.name
    return {
        "heading": _("Spørg %(name)s") % {"name": name}, "submit": _("Se, hvad lederen ser"),
        "lede": _("%(name)s ser spørgsmålet, grunden og borgerens navn. Ikke andet. Adgangen "
                  "slutter med svaret.") % {"name": name},
        "readers": Readers(
            (Reader(name), Reader(found.seen.course.called, _("borgeren")), Reader(_("teamet")))
        ),
        "cancel": Link(_("Gå tilbage"), reverse("find_decider", args=[course_id, agreement_id])),
        "by": moment(found.by), "name": name,
    }  # fmt: skip


def _preview(found: journey.Asking, form: AskForm) -> Preview:
    said = form.cleaned_data
    rows = journey.would_show(found, {Shown(one) for one in said["shows"]}, said["interim"])
    return Preview(said["question"], said["reason"], found.seen.course.name, shown_rows(rows))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
def withdraw_decision(
    request: HttpRequest, course_id: UUID, agreement_id: UUID, ask_id: UUID
) -> HttpResponse:
    """Not to be decided after all."""
    actions.withdraw_decision(actor=actor_of(request), decision_id=ask_id)
    said = _("Spørgsmålet er trukket tilbage. Lederen får besked.")
    return onward(request, "agreement", course_id, agreement_id, said=said)


@require_POST
def take_up(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The leader's yes becomes the words of the agreement."""
    actions.take_up_yes(actor=actor_of(request), agreement_id=agreement_id)
    said = _("Nu står der ikke længere »søger om«.")
    return thank(request, said, "agreement", course_id, agreement_id)


@require_GET
def my_decisions(request: HttpRequest) -> HttpResponse:
    """What I am asked to decide, the nearest clock first."""
    rows = [
        (one, by(one.decision), is_late(one.decision))
        for one in journey.my_decisions(actor_of(request))
    ]
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
        row=seen.decision, citizen=seen.citizen, shown=shown_rows(seen.decision.shown),
        by=by(seen.decision), stands_in=stands_in(seen.decision),
        copy=own_record.of_decision(seen.decision),
        readers=Readers((Reader(seen.citizen, _("borgeren")), Reader(_("borgerens team")))),
        cancel=Link(_("Gå tilbage"), reverse("my_decisions")),
    )  # fmt: skip


def _answer(request: HttpRequest, ask_id: UUID, form: AnswerForm) -> None:
    said = form.cleaned_data
    actions.answer_decision(
        actor=actor_of(request), decision_id=ask_id, answer=DecisionAnswer(said["answer"]),
        because=said["because"], instead=said["instead"],
        appeal=Appeal(said["appeal"]) if said["appeal"] else None,
    )  # fmt: skip
