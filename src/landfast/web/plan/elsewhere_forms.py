"""Forms for the plans that others keep, and what they ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.plan.actions.elsewhere import PlanFacts
from landfast.plan.queries.elsewhere import OtherPlanRow
from landfast.plan.rules.elsewhere import (
    DEMAND_NAMES,
    KIND_NAMES,
    OWNER_MAX,
    PARTIES_MAX,
    WORDS_MAX,
    DemandKind,
    PlanKind,
    When,
)
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.plan.forms import a_day
from landfast.web.spoken import named, weekday

EVERY = [("", _("Ikke hver uge"))]


class PlanForm(forms.Form):
    """Whose plan it is, the law, its dates."""

    kind = forms.ChoiceField(label=_("Hvilken plan er det?"))
    name = forms.CharField(label=_("Hvad kaldes den?"), max_length=120, required=False)
    owner = forms.CharField(
        label=_("Hvem har lavet den?"), max_length=OWNER_MAX,
        help_text=_("Stedet, og gerne navnet på den, man kan ringe til."),
        error_messages={"required": _("Skriv, hvem der har lavet planen.")},
    )  # fmt: skip
    phone = forms.CharField(label=_("Telefon"), max_length=20, required=False)
    law = forms.CharField(
        label=_("Hvilken lov bygger den på?"), max_length=120, required=False,
        help_text=_("Lad stå tomt, så skriver vi den lov, der plejer at gælde."),
    )  # fmt: skip
    starts_on = a_day(_("Gælder fra"), required=False)
    review_on = a_day(_("Ses på igen"), required=False)
    ends_on = a_day(_("Slutter"), required=False)
    parties = asked(
        forms.CharField(
            label=_("Hvem er den aftalt mellem?"), max_length=PARTIES_MAX, required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Skal skrives for en udskrivningsaftale og en koordinationsplan."),
        )
    )  # fmt: skip
    asked_on = asked(
        a_day(
            _("Hvornår blev borgeren spurgt?"), required=False,
            help_text=_("Skal skrives for en koordinationsplan: borgeren ville ikke være med."),
        )
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "kind", [(kind.value, named(name)) for kind, name in KIND_NAMES.items()])

    @property
    def facts(self) -> PlanFacts:
        """What was written."""
        data = dict(self.cleaned_data)
        return PlanFacts(PlanKind(data.pop("kind")), **data)


def known(row: OtherPlanRow) -> dict[str, object]:
    """What stands, as the form begins."""
    return {name: getattr(row, name) for name in PlanForm.base_fields}


class DemandForm(forms.Form):
    """What the plan asks, and when."""

    kind = forms.ChoiceField(label=_("Hvad slags krav er det?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Hvad skal man gøre?"), max_length=WORDS_MAX,
        error_messages={"required": _("Skriv, hvad man skal gøre.")},
    )  # fmt: skip
    day = a_day(_("En bestemt dag"), required=False)
    weekday = forms.TypedChoiceField(
        label=_("Hver uge"), required=False, coerce=int, empty_value=None
    )
    begins = forms.TimeField(label=_("Fra klokken"), required=False)
    ends = forms.TimeField(label=_("Til klokken"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self, "kind", [(kind.value, named(name)) for kind, name in DEMAND_NAMES.items()]
        )
        choose_among(self, "weekday", [
            *EVERY, *((number, weekday(number)) for number in range(7))
        ])  # fmt: skip

    @property
    def demand(self) -> tuple[DemandKind, str, When]:
        """The kind, the words, and when."""
        data = self.cleaned_data
        when = When(data["day"], data["weekday"], data["begins"], data["ends"])
        return DemandKind(data["kind"]), data["words"], when
