"""Forms of intake: nothing is pre-selected, each answer has its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from landfast.course.queries.assessment import AnswerRow, AssessmentPage
from landfast.course.rules.callback import OUTCOME_NAMES, CallOutcome
from landfast.course.rules.intake import ANSWER_NAMES, APPEAL, Answered, Proposal, reason_field
from landfast.course.rules.told import HOW_NAMES
from landfast.course.rules.words import Answer, Outcome
from landfast.kernel.ids import PersonId
from landfast.programmes.queries import CriterionRow
from landfast.web.labels import asked
from landfast.web.spoken import named

ANSWERS = [(answer.value, _(name)) for answer, name in ANSWER_NAMES.items()]
CALLED = [
    (outcome.value, _(name))
    for outcome, name in OUTCOME_NAMES.items()
    if outcome is not CallOutcome.REFERRED
]


@dataclass(frozen=True)
class Caller:
    """Somebody who could ring the citizen while she waits, as the list says it."""

    value: str
    name: str
    is_away: bool

    def __str__(self) -> str:
        return f"{self.name} · {_('Er væk lige nu')}" if self.is_away else self.name


class CallerSelect(forms.Select):
    """Who is away is named with the why, and cannot be chosen."""

    def create_option(self, name: str, value: Any, label: Any, *rest: Any, **more: Any) -> Any:
        """One line of the list."""
        option = super().create_option(name, value, label, *rest, **more)
        if isinstance(label, Caller) and label.is_away:
            option["attrs"]["disabled"] = True
        return option


class OpenChoice(forms.ChoiceField):
    """Asked of everybody, and may be answered later: never "optional", never forced."""

    def validate(self, value: Any) -> None:
        """Nothing chosen yet is no error."""
        if value:
            super().validate(value)


class OpenText(forms.CharField):
    """Words that may come later."""

    def validate(self, value: Any) -> None:
        """Nothing written yet is no error."""
        if value:
            super().validate(value)


@dataclass(frozen=True)
class Question:
    """One criterion on the page: its two fields, and who answered last."""

    criterion: CriterionRow
    answer: BoundField
    reason: BoundField
    last: AnswerRow | None


def _why(question: str) -> str:
    """The label of a reason, with its question for those who hear the page."""
    return format_html('{} <span class="sr-only">{}</span>', _("Hvorfor?"), question)


class AssessForm(forms.Form):
    """Yes, no or unclear to each criterion, each with a reason."""

    read_at = forms.DateTimeField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, shown: AssessmentPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown = shown
        for criterion in shown.criteria:
            self.fields[f"answer_{criterion.id}"] = OpenChoice(
                label=named(criterion.text),
                choices=ANSWERS,
                help_text=named(criterion.help),
                widget=forms.RadioSelect,
            )
            self.fields[reason_field(criterion.id)] = OpenText(
                label=_why(named(criterion.text)),
                max_length=500,
                widget=forms.Textarea(attrs={"rows": "2"}),
            )

    def questions(self) -> Iterator[Question]:
        """The criteria in their order."""
        for one in self.shown.criteria:
            yield Question(
                one, self[f"answer_{one.id}"], self[reason_field(one.id)],
                self.shown.answers.get(one.id),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A reason alone answers nothing."""
        data = super().clean() or {}
        for one in self.shown.criteria:
            if data.get(reason_field(one.id)) and not data.get(f"answer_{one.id}"):
                self.add_error(f"answer_{one.id}", _("Vælg ja, nej eller uafklaret."))
        return data

    def answers(self) -> list[Answered]:
        """What was answered; what was left open is left out."""
        data = self.cleaned_data
        return [
            Answered(one.id, Answer(data[f"answer_{one.id}"]), data[reason_field(one.id)])
            for one in self.shown.criteria
            if data.get(f"answer_{one.id}")
        ]

    def opened_at(self) -> datetime | None:
        """When the page was read."""
        at: datetime | None = self.cleaned_data.get("read_at")
        return at.astimezone(UTC) if at else None


class ProposeForm(forms.Form):
    """Why; and what the citizen needs to know of this outcome, nothing of the others."""

    reason = forms.CharField(
        label=_("Hvad bygger det på?"),
        max_length=2000,
        help_text=_("Skriv til borgeren, med du. Det står i svaret."),
        widget=forms.Textarea(attrs={"rows": "5"}),
    )
    expected_on = asked(forms.DateField(label=_("Hvornår tror I, der er plads?"), required=False))
    calls_meanwhile = asked(
        forms.ChoiceField(
            label=_("Hvem ringer til borgeren imens?"), required=False, widget=CallerSelect
        )
    )
    instead = asked(
        forms.CharField(
            label=_("Hvad kan borgeren gøre i stedet?"),
            max_length=2000,
            required=False,
            help_text=_("Et sted, et nummer, en der hjælper med at komme derhen."),
            widget=forms.Textarea(attrs={"rows": "4"}),
        )
    )
    appeal = asked(
        forms.CharField(
            label=_("Hvordan siger borgeren, at det er forkert?"),
            max_length=1000,
            required=False,
            initial=_(APPEAL),
            widget=forms.Textarea(attrs={"rows": "4"}),
        )
    )

    ONLY: ClassVar[dict[Outcome, tuple[str, ...]]] = {
        Outcome.WAITING: ("expected_on", "calls_meanwhile"),
        Outcome.DECLINED: ("instead", "appeal"),
    }

    def __init__(self, *args: Any, outcome: Outcome, callers: list[Caller], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcome = outcome
        field = self.fields["calls_meanwhile"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("Vælg")), *((one.value, one) for one in callers)]
        for other, names in self.ONLY.items():
            for name in names:
                if other is outcome:
                    self.fields[name].required = True
                else:
                    del self.fields[name]

    def proposal(self) -> Proposal:
        """What is proposed."""
        data = self.cleaned_data
        caller = data.get("calls_meanwhile")
        return Proposal(
            self.outcome, data["reason"], data.get("instead", ""), data.get("appeal", ""),
            data.get("expected_on"), PersonId(UUID(caller)) if caller else None,
        )  # fmt: skip


class BecauseForm(forms.Form):
    """A line to colleagues."""

    because = forms.CharField(
        label=_("Hvorfor?"), max_length=500, widget=forms.Textarea(attrs={"rows": "3"})
    )


class ReasonForm(forms.Form):
    """Why a no is looked at again."""

    reason = forms.CharField(
        label=_("Hvad er nyt?"),
        max_length=500,
        help_text=_("Borgeren kan læse det."),
        widget=forms.Textarea(attrs={"rows": "3"}),
    )


class CalledForm(forms.Form):
    """What came of the call: a code, no story."""

    outcome = forms.ChoiceField(
        label=_("Hvad kom der ud af det?"), choices=CALLED, widget=forms.RadioSelect
    )


class RungForm(forms.Form):
    """Was she reached? What was said is hers."""

    reached = forms.ChoiceField(
        label=_("Hvordan gik det?"), widget=forms.RadioSelect,
        choices=[("yes", _("Vi talte sammen")), ("no", _("Ingen tog den. Jeg ringer igen"))],
        error_messages={"required": _("Vælg, hvordan det gik.")},
    )  # fmt: skip


class ToldForm(forms.Form):
    """How she heard the answer."""

    how = forms.ChoiceField(
        label=_("Hvordan hørte borgeren det?"), widget=forms.RadioSelect,
        choices=[(how.value, _(name)) for how, name in HOW_NAMES.items()],
        error_messages={"required": _("Vælg, hvordan borgeren hørte det.")},
    )  # fmt: skip
