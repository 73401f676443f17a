"""What a promise costs, who pays, and being at odds about the bill."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from landfast.directory.rules.mandates import AMOUNT_MAX, SERVICE_NAMES, WEEKS_MAX, Service
from landfast.people.queries import UnitRow
from landfast.plan.queries.costing import CostRow
from landfast.plan.rules.mandate import Cost, Share
from landfast.web.labels import asked

PAYERS = range(2)


class CostFields(forms.Form):
    """What has to be granted. Left empty, nothing has to."""

    service = forms.ChoiceField(
        label=_("Skal noget bevilges?"), required=False,
        choices=[("", _("Nej, det koster ikke noget")),
                 *((one.value, _(name)) for one, name in SERVICE_NAMES.items())],
        help_text=_("Er det mere, end personen må love, kommer der til at stå »søger om«."),
    )  # fmt: skip
    amount = asked(
        forms.IntegerField(
            label=_("Hvor mange kroner i alt?"), required=False, min_value=0, max_value=AMOUNT_MAX
        )
    )
    weeks = asked(
        forms.IntegerField(
            label=_("I hvor mange uger?"), required=False, min_value=1, max_value=WEEKS_MAX
        )
    )

    def cost(self) -> Cost | None:
        """What it costs, when something has to be granted."""
        values = self.cleaned_data
        if not values["service"]:
            return None
        return Cost(Service(values["service"]), values["amount"], values["weeks"])


class PriceForm(CostFields):
    """The price of a proposal, and who pays it."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, units: Sequence[UnitRow], stands: CostRow | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = {str(unit.id): unit.name for unit in units}
        service = self.fields["service"]
        service.required, service.choices = True, service.choices[1:]  # type: ignore[attr-defined]
        service.label = _("Hvad skal bevilges?")
        for place in PAYERS:
            label = _("Hvem betaler?") if place == 0 else _("Deler en anden enhed regningen?")
            choices = [("", said("Ikke aftalt")), *self.names.items()]
            self.fields[f"unit_{place}"] = asked(
                forms.ChoiceField(label=label, choices=choices, required=False)
            )
            self.fields[f"percent_{place}"] = asked(
                forms.IntegerField(
                    label=_("Hvor mange procent?"), required=False, min_value=1, max_value=100
                )
            )
        self.initial.update(_stands(stands))

    def shares(self) -> list[Share]:
        """Who pays which part; alone it is the whole."""
        chosen = [
            (unit, self.cleaned_data[f"percent_{place}"])
            for place in PAYERS
            if (unit := self.cleaned_data[f"unit_{place}"])
        ]
        alone = len(chosen) == 1
        return [
            Share(UUID(unit), self.names[unit], percent or (100 if alone else 0))
            for unit, percent in chosen
        ]


def _stands(row: CostRow | None) -> dict[str, Any]:
    if row is None:
        return {}
    found: dict[str, Any] = {
        "service": row.cost.service.value, "amount": row.cost.amount, "weeks": row.cost.weeks,
    }  # fmt: skip
    for place, one in enumerate(row.shares):
        found |= {f"unit_{place}": str(one.unit), f"percent_{place}": one.percent}
    return found
