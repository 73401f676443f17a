"""Forms for mending a mistake."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.course.queries.courses import MyCourse
from landfast.course.rules.mending import HINT_MAX, WHY_MAX
from landfast.journeys.mend_mistake import TwoSides
from landfast.web.forms import choose_among

NOBODY = "ingen"


class WhyForm(forms.Form):
    """Why it is so."""

    why = forms.CharField(
        label=_("Hvordan ved du det?"), max_length=WHY_MAX, widget=forms.Textarea,
        help_text=_("Den, der skal se på det, læser det."),
    )  # fmt: skip


class JoinForm(WhyForm):
    """Which of two records stays, and why they are one citizen's. What cannot stay is no choice."""

    stays = forms.ChoiceField(label=_("Hvilken side skal blive?"), widget=forms.RadioSelect)

    field_order = ("stays", "why")

    def __init__(self, two: TwoSides, *args: Any) -> None:
        super().__init__(*args)
        choose_among(
            self,
            "stays",
            [
                (str(side.frame.id), f"{side.frame.citizen} ({number})")
                for number, side in ((1, two.here), (2, two.there))
                if not side.clashes
            ],
        )

    @property
    def can_be_joined(self) -> bool:
        """Is there a side that can stay?"""
        return bool(self.fields["stays"].choices)  # type: ignore[attr-defined]


class MoveForm(WhyForm):
    """Whom it is about, among those I work with; else words for the leader."""

    target = forms.ChoiceField(label=_("Hvem handler det om?"), widget=forms.RadioSelect)
    hint = forms.CharField(
        label=_("Hvem tror du, det er?"), max_length=HINT_MAX, required=False,
        help_text=_("Kun din leder læser det. Lad stå tomt, hvis du valgte en borger."),
    )  # fmt: skip

    field_order = ("target", "hint", "why")

    def __init__(self, others: list[MyCourse], *args: Any) -> None:
        super().__init__(*args)
        choose_among(
            self,
            "target",
            [
                *((str(row.id), row.citizen) for row in others),
                (NOBODY, _("En, jeg ikke har adgang til. Giv det videre til lederen")),
            ],
        )


class UndoForm(WhyForm):
    """Why it is taken back."""

    why = forms.CharField(
        label=_("Hvorfor skal det laves om?"), max_length=WHY_MAX, widget=forms.Textarea
    )  # fmt: skip
