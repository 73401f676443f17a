"""Forms of what holds while a leader decides, and of a quarrel over the bill."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.kernel.ids import PersonId
from landfast.plan.actions import Interim
from landfast.plan.queries import AgreementRow, TeamRow
from landfast.plan.rules.deciding import INTERIM_MAX
from landfast.plan.rules.mandate import DISPUTE_MAX
from landfast.web.forms import choose_among
from landfast.web.plan.forms import a_person, people_of


class MeanwhileForm(forms.Form):
    """What holds while a leader decides, and who is asked for it."""

    interim = forms.CharField(
        label=_("Hvad gælder, mens vi venter?"), max_length=INTERIM_MAX, required=False,
        help_text=_("Det bliver en aftale for sig. Den slutter, når lederen har svaret."),
    )  # fmt: skip
    interim_by = a_person(_("Hvem gør det, mens vi venter?"))

    def __init__(self, *args: Any, team: Iterable[TeamRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "interim_by", people_of(team, _("Spørg hele teamet")))

    def meanwhile(self) -> Interim:
        """What the action is told."""
        return Interim(self.cleaned_data["interim"], self.cleaned_data["interim_by"])


class DisputeForm(MeanwhileForm):
    """The units do not agree on who pays."""

    why = forms.CharField(
        label=_("Hvad er I uenige om?"), max_length=DISPUTE_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lederen over enhederne læser det. Borgerens side viser kun en dato."),
    )  # fmt: skip
    field_order = ("why", "interim", "interim_by")


def begin_meanwhile(row: AgreementRow, actor: PersonId) -> dict[str, Any]:
    """What the form begins with: what helps meanwhile by the proposal, and who makes it."""
    return {"interim": row.interim_support, "interim_by": row.maker.id if row.maker else actor}
