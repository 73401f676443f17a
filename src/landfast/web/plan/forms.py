"""Forms of the plan."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.kernel.ids import PersonId
from landfast.network.queries import RelationRow
from landfast.plan.queries import AgreementRow, TeamRow, WishRow
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementKind, MandateState, Standing, StepState
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.plan.cost_forms import CostFields
from landfast.web.plan.words import KINDS, MANDATES
from landfast.web.seen_words import SeenForm

IN_A_LIST = 70
CHOSEN_KINDS = [(one, name) for one, name in KINDS.items() if one is not AgreementKind.INTERIM]
"""What holds meanwhile is not chosen: it is made where a leader is asked."""
NEEDED = {
    "due_on": _("Vælg, hvornår det senest er gjort."),
    "follow_up_by": _("Vælg, hvem der følger op."),
    "follow_up_on": _("Vælg, hvornår der følges op."),
}
SAID_SO = _("Borgeren har selv sagt det")


def a_day(label: Any, **kwargs: Any) -> forms.DateField:
    """A day, and how it is written when it was not understood."""
    return forms.DateField(
        label=label,
        error_messages={
            "invalid": _("Skriv datoen som dag, måned og år, for eksempel 24-12-2026.")
        },
        **kwargs,
    )


def a_text(label: Any, limit: int, missing: Any = None, **kwargs: Any) -> forms.CharField:
    """Words up to a limit, and what is said when they are missing."""
    return forms.CharField(
        label=label,
        max_length=limit,
        error_messages={"required": missing} if missing else None,
        **kwargs,
    )


class WishForm(forms.Form):
    """A wish in the citizen's own words."""

    words = a_text(
        _("Dine egne ord"),
        2000,
        _("Skriv ønsket med dine egne ord. Et par ord er nok."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def speak_to(self, *, is_citizen: bool) -> None:
        """The coordinator writes beside the citizen: the words are the citizen's all the same."""
        if not is_citizen:
            self.fields["words"].label = _("Borgerens egne ord")


class RewordForm(WishForm, SeenForm):
    """Other words for a wish that stands."""


class OwnWordForm(forms.Form):
    """What only the citizen decides; a coordinator ticks that the citizen has said it."""

    citizen_said_so = forms.BooleanField(label=SAID_SO, required=False)

    def __init__(self, *args: Any, is_citizen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_citizen:
            del self.fields["citizen_said_so"]

    @property
    def said_so(self) -> bool:
        """Did the citizen say so?"""
        return bool(self.cleaned_data.get("citizen_said_so"))


class StandingForm(OwnWordForm):
    """Mit ønske, mit mål, lagt væk."""

    standing = forms.ChoiceField(
        choices=[(value.value, value.value) for value in Standing], widget=forms.HiddenInput
    )


class RatingForm(OwnWordForm):
    """Nought to ten, if the citizen likes."""

    rating = forms.TypedChoiceField(
        label=_("Hvor tæt på er det, fra 0 til 10?"),
        choices=[("", _("Intet tal")), *((str(n), str(n)) for n in range(11))],
        coerce=int,
        empty_value=None,
        required=False,
    )


class LapseForm(OwnWordForm):
    """The citizen no longer wants the agreement."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class StepForm(forms.Form):
    """An own step: the citizen's, or of somebody close."""

    text = a_text(
        _("Et skridt, jeg gerne vil prøve"),
        500,
        _("Skriv, hvad du gerne vil prøve."),
    )
    relation_id = forms.TypedChoiceField(
        label=_("Hvem prøver det?"), required=False, coerce=UUID, empty_value=None
    )
    wish_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, relations: Iterable[RelationRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(row.id), row.name) for row in relations]
        choice = self.fields["relation_id"]
        assert isinstance(choice, forms.TypedChoiceField)  # noqa: S101 - declared above
        choice.choices = [("", _("Borgeren selv")), *named]


class StepStateForm(forms.Form):
    """Vil gerne, prøvet, gjort, ikke nu."""

    state = forms.ChoiceField(choices=[(value.value, value.value) for value in StepState])


def people_of(team: Iterable[TeamRow], empty: object) -> list[tuple[str, object]]:
    """Those of the team as choices, after the empty one."""
    named = [
        (str(row.person_id), f"{row.name}, {row.profession}" if row.profession else row.name)
        for row in team
    ]
    return [("", empty), *named]


def a_person(label: Any, **kwargs: Any) -> forms.TypedChoiceField:
    """One of the team, or nobody."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        coerce=lambda value: PersonId(UUID(value)),
        empty_value=None,
        error_messages={"invalid_choice": _("Personen er ikke med i teamet. Vælg en anden.")},
        **kwargs,
    )


class FollowUpForm(forms.Form):
    """When it is done, and who follows up when and how: what a yes needs (domain A6)."""

    due_on = asked(a_day(_("Senest"), required=False))
    follow_up_by = asked(a_person(_("Hvem følger op?")))
    follow_up_on = asked(a_day(_("Hvornår følges der op?"), required=False))
    follow_up_how = a_text(
        _("Hvordan?"),
        200,
        required=False,
        help_text=_("For eksempel: ringer, eller på næste møde."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, team: Iterable[TeamRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "follow_up_by", people_of(team, _("Vælg en person")))

    def ask_for(self, missing: Iterable[str]) -> None:
        """Ask only for what the proposal left open, and say that a yes needs it."""
        missing = set(missing)
        for name in ("due_on", "follow_up_by", "follow_up_on"):
            if name in missing:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = NEEDED[name]
            else:
                del self.fields[name]

    @property
    def given(self) -> dict[str, Any]:
        """What the action is told."""
        names = ("due_on", "follow_up_by", "follow_up_on", "follow_up_how", "version")
        return {name: value for name in names if (value := self.cleaned_data.get(name))}


class TermsForm(FollowUpForm):
    """Other words or another date for a proposal."""

    text = a_text(
        _("Hvad skal ske?"),
        500,
        _("Skriv, hvad der skal ske."),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ét løfte, som én person kan holde."),
    )
    note = a_text(_("Hvorfor ændrer du det?"), 1000, required=False)

    starts_on = a_day(_("Begynder"), required=False)
    field_order = ("text", "starts_on", *FollowUpForm.base_fields, "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.initial.get("starts_on"):
            del self.fields["starts_on"]  # only a start that is written can stand in the way

    def changed(self, row: AgreementRow) -> Terms:
        """The proposal's words with the changes of this form."""
        values = self.cleaned_data
        return replace(
            terms_of(row), text=values["text"], due_on=values["due_on"],
            starts_on=values.get("starts_on", row.starts_on),
            follow_up_by=values["follow_up_by"], follow_up_on=values["follow_up_on"],
            follow_up_how=values["follow_up_how"],
        )  # fmt: skip


def terms_of(row: AgreementRow) -> Terms:
    """The words of an agreement as they stand."""
    return Terms(
        text=row.text, wish_id=row.wish_id, practical_problem=row.practical_problem,
        starts_on=row.starts_on, due_on=row.due_on, mandate=row.mandate,
        decided_by=row.decided_by, follow_up_by=row.follow_up_by.id if row.follow_up_by else None,
        follow_up_on=row.follow_up_on, follow_up_how=row.follow_up_how,
    )  # fmt: skip


OUTSIDE = "outside"
"""Chosen instead of one of the team: somebody without a login, who is asked on the next page."""


class ProposeForm(CostFields, FollowUpForm):
    """Propose an agreement, with all fields of the goal and agreement sheet (domain A6)."""

    text = a_text(
        _("Hvad skal ske?"),
        500,
        _("Skriv, hvad der skal ske."),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ét løfte, som én person kan holde. For eksempel: ringer til boligforeningen."),
    )
    wish_id = asked(
        forms.TypedChoiceField(
            label=_("Hvilket ønske hjælper det?"), required=False, coerce=UUID, empty_value=None
        )
    )
    practical_problem = asked(
        a_text(
            _("Eller: et praktisk problem nu"),
            300,
            required=False,
            help_text=_("En aftale behøver ikke høre til et ønske."),
        )
    )
    maker = a_person(
        _("Hvem skal gøre det?"), help_text=_("Aftalen gælder først, når personen selv siger ja.")
    )
    kind = forms.ChoiceField(
        label=_("Hvad er det?"), choices=CHOSEN_KINDS, initial=AgreementKind.SUPPORT.value
    )
    mandate = forms.ChoiceField(
        label=_("Kan det afgøres uden at spørge andre?"),
        choices=list(MANDATES.items()),
        initial=MandateState.CLEAR.value,
        widget=forms.RadioSelect,
        help_text=_("Hvis nej, kommer der til at stå »søger om« i aftalen."),
    )
    decided_by = asked(
        a_text(_("Hvem afgør det?"), 120, required=False, help_text=_("Kun hvis der skal spørges."))
    )
    starts_on = a_day(_("Begynder"), required=False)
    backup = a_person(_("Hvem tager over, hvis personen er væk?"))
    interim_support = a_text(_("Hvad hjælper i mellemtiden?"), 300, required=False)

    field_order = (
        "text", "wish_id", "practical_problem", "maker", "due_on",
        "follow_up_by", "follow_up_on", "follow_up_how",
        "service", "amount", "weeks",
        "mandate", "decided_by", "kind", "starts_on", "backup", "interim_support",
    )  # fmt: skip
    MAIN = field_order[:8]

    def __init__(
        self, *args: Any, team: Iterable[TeamRow], wishes: Iterable[WishRow], **kwargs: Any
    ) -> None:
        team = list(team)
        super().__init__(*args, team=team, **kwargs)
        self.fields["due_on"].help_text = _("Må stå åben nu. Den, der siger ja, vælger så en dag.")
        living = [row for row in wishes if row.standing is not Standing.ASIDE]
        choose_among(
            self,
            "wish_id",
            [
                ("", _("Intet ønske – et praktisk problem nu")),
                *((str(row.id), _short(row.words)) for row in living),
            ],
        )
        maker = self.fields["maker"]
        assert isinstance(maker, forms.TypedChoiceField)  # noqa: S101 - declared above
        maker.choices = [
            *people_of(team, _("Spørg hele teamet")), (OUTSIDE, _("En uden for Landfast"))
        ]  # fmt: skip
        maker.coerce = lambda value: None if value == OUTSIDE else PersonId(UUID(value))
        choose_among(self, "backup", people_of(team, _("Ingen")))

    @property
    def is_for_outside(self) -> bool:
        """Is it somebody outside who is to be asked?"""
        return str(self.data.get("maker")) == OUTSIDE

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """What everybody fills in."""
        return [self[name] for name in self.MAIN]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """What stands folded."""
        return [self[name] for name in self.field_order[8:]]

    @property
    def more_open(self) -> bool:
        """Is there an error among the folded fields?"""
        return any(field.errors for field in self.more_fields)

    def terms(self) -> Terms:
        """The words of the promise."""
        values = self.cleaned_data
        return Terms(
            text=values["text"], wish_id=values["wish_id"],
            practical_problem=values["practical_problem"], starts_on=values["starts_on"],
            due_on=values["due_on"], mandate=MandateState(values["mandate"]),
            decided_by=values["decided_by"], follow_up_by=values["follow_up_by"],
            follow_up_on=values["follow_up_on"], follow_up_how=values["follow_up_how"],
        )  # fmt: skip


def _short(words: str) -> str:
    return words if len(words) <= IN_A_LIST else f"{words[:IN_A_LIST].rstrip()}…"
