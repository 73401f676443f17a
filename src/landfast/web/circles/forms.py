"""Forms of circles and of what units raise and agree. Limits are those of the tables."""

from collections.abc import Collection
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from landfast.circles.actions.agreeing import Proposed
from landfast.circles.actions.standing import Shape
from landfast.circles.queries.standing import SeatRow
from landfast.circles.rules.agreeing import FOLLOW_MAX, STATE_NAMES, AgreementState
from landfast.circles.rules.cases import LINE_MAX
from landfast.circles.rules.kinds import KIND_NAMES, KIND_WORDS, SUMMARY_MAX, Heading
from landfast.circles.rules.standing import ABOUT_MAX, GUESTS_MAX, NAME_MAX, PLACE_MAX
from landfast.kernel.ids import PersonId, UnitId
from landfast.web.circles.searching import SearchedForm
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.meetings.forms import TIMES
from landfast.web.spoken import weekday

Pairs = list[tuple[UnitId, str]]
WORKDAYS = 5


def lines(
    label: Any, limit: int, *, rows: int = 3, required: bool = True, **more: Any
) -> forms.CharField:  # fmt: skip
    """A field for some lines. Missing ones are told at once, with all else that is missing."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=limit, widget=widget, required=required, **more
    )  # fmt: skip


def day(label: Any, **more: Any) -> forms.DateField:
    """A field for a day that an action may ask for."""
    return asked(forms.DateField(label=label, required=False, widget=forms.DateInput, **more))


def one_of(form: forms.Form, name: str, pairs: Collection[tuple[Any, str]]) -> None:
    """The choices of a field; a single one is not asked about."""
    choose_among(form, name, [(str(key), said) for key, said in pairs])
    if len(pairs) == 1:
        field = form.fields[name]
        field.widget = forms.HiddenInput()
        field.initial = str(next(iter(pairs))[0])


class HeldForm(forms.Form):
    """Who came this once; those with a seat are ticked beside it."""

    guests = forms.CharField(
        label=_("Kom der andre?"), max_length=GUESTS_MAX, required=False,
        help_text=_("Medarbejdere, der kom denne ene gang. Skriv navn og enhed."),
    )  # fmt: skip


class ShapeForm(forms.Form):
    """What a standing meeting is called and how often it meets."""

    name = forms.CharField(label=_("Hvad hedder mødet?"), max_length=NAME_MAX)
    about = lines(_("Hvad er det til for?"), ABOUT_MAX)
    every_weeks = forms.TypedChoiceField(
        label=_("Hvor ofte?"), coerce=int,
        choices=[(1, _("Hver uge")), (2, _("Hver anden uge")), (4, _("Hver fjerde uge")),
                 (12, _("Hvert kvartal"))],
    )  # fmt: skip
    weekday = forms.TypedChoiceField(label=_("Ugedag"), coerce=int)
    at_clock = forms.TimeField(label=_("Klokken"), widget=forms.TimeInput)
    minutes_long = forms.IntegerField(label=_("Hvor mange minutter?"), initial=60)
    place = forms.CharField(label=_("Hvor?"), max_length=PLACE_MAX, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "weekday", [(number, weekday(number)) for number in range(WORKDAYS)])

    def shape(self) -> Shape:
        """As the action takes it."""
        return Shape(**{name: self.cleaned_data[name] for name in ShapeForm.base_fields})


class BeginForm(ShapeForm):
    """A new one: of which kind, and which unit holds it."""

    kind = forms.ChoiceField(label=_("Hvilken slags?"), widget=forms.RadioSelect)
    unit = forms.ChoiceField(label=_("Hvilken enhed står for det?"))

    field_order = ("kind", "unit")

    def __init__(self, *args: Any, units: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self,
            "kind",
            [
                (kind.value, f"{_now(name)}: {_now(KIND_WORDS[kind])}")
                for kind, name in KIND_NAMES.items()
            ],
        )
        one_of(self, "unit", units)


class ChangeForm(ShapeForm):
    """An old one: also who leads it."""

    leader = forms.ChoiceField(label=_("Hvem leder mødet?"))

    def __init__(self, *args: Any, seats: list[SeatRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self, "leader", [(str(row.person_id), f"{row.person}, {row.unit}") for row in seats]
        )


class PlanForm(forms.Form):
    """When the next meeting is."""

    starts_at = asked(forms.DateTimeField(
        label=_("Hvornår?"), required=False, input_formats=TIMES, widget=forms.DateTimeInput,
    ))  # fmt: skip
    place = forms.CharField(label=_("Hvor?"), max_length=PLACE_MAX, required=False)


class ThemeForm(SearchedForm):
    """Something that a unit raises."""

    raised_from = forms.ChoiceField(label=_("Fra hvilken enhed?"))
    text = lines(_("Hvad skal I tale om?"), LINE_MAX, rows=2, help_text=_("Nævn ingen borgere."))
    why = lines(_("Hvorfor her?"), LINE_MAX, rows=2)

    def __init__(self, *args: Any, units: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        one_of(self, "raised_from", units)


class SummaryForm(SearchedForm):
    """The fixed headings of a summary."""

    def __init__(
        self, *args: Any, headings: tuple[Heading, ...], **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for row in headings:
            self.fields[row.code] = lines(_now(row.label), SUMMARY_MAX, required=row.is_needed)
        self.codes = [row.code for row in headings]
        if "looked_at" in self.fields:
            self.order_fields([*self.codes, "looked_at"])

    def said(self) -> dict[str, str]:
        """What stands under each heading."""
        return {code: self.cleaned_data.get(code, "") for code in self.codes}


class AgreementForm(SearchedForm):
    """Who does what by when."""

    text = lines(_("Hvad er aftalen?"), LINE_MAX, rows=2, help_text=_("Nævn ingen borgere."))
    owner_unit = forms.ChoiceField(
        label=_("Hvilken enhed ejer den?"),
        help_text=_("Er det ikke din egen, bliver de spurgt. Den gælder, når de siger ja."),
    )
    owner = forms.ChoiceField(label=_("En bestemt person?"), required=False)
    due_on = day(_("Hvornår skal det være gjort?"))
    follow_up = forms.CharField(
        label=_("Hvordan følger I op?"), max_length=FOLLOW_MAX, required=False
    )

    def __init__(self, *args: Any, seats: list[SeatRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = {row.unit_id: f"{row.unit}, {row.organisation}" for row in seats}
        people = [(str(row.person_id), f"{row.person}, {row.unit}") for row in seats]
        one_of(self, "owner_unit", list(units.items()))
        choose_among(self, "owner", [("", _("Nej, enheden")), *people])

    def proposed(self) -> Proposed:
        """As the action takes it."""
        said = self.cleaned_data
        owner = PersonId(UUID(said["owner"])) if said["owner"] else None
        return Proposed(
            said["text"], UnitId(UUID(said["owner_unit"])), said["due_on"], owner,
            said["follow_up"],
        )  # fmt: skip


class SaysForm(SearchedForm):
    """An answer to an agreement, or how it went."""

    says = forms.ChoiceField(widget=forms.RadioSelect)
    because = asked(lines(_("Hvorfor? Kort."), LINE_MAX, rows=2, required=False))

    CHOICES: ClassVar[dict[AgreementState, tuple[Any, list[tuple[str, Any]]]]] = {
        AgreementState.PROPOSED: (
            _("Siger I ja?"),
            [(AgreementState.AGREED.value, _("Ja, det gør vi")),
             (AgreementState.DECLINED.value, _("Nej"))],
        ),
        AgreementState.AGREED: (
            _("Hvordan gik det?"),
            [(one.value, _(STATE_NAMES[one])) for one in
             (AgreementState.KEPT, AgreementState.NOT_KEPT, AgreementState.DROPPED)],
        ),
    }  # fmt: skip

    def __init__(self, *args: Any, state: AgreementState, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].label, choices = self.CHOICES[state]
        choose_among(self, "says", choices)


class MoveForm(forms.Form):
    """A new day."""

    due_on = day(_("Hvilken dag i stedet?"))
