"""Whom it is about, and on which ground one asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.course.rules.contact import cpr_number
from landfast.course.rules.lookup import GROUND_NAMES, LookupGround
from landfast.kernel.clock import today
from landfast.web.course.sending import mended
from landfast.web.forms import choose_among
from landfast.web.labels import asked

NONE = "none"


class LookupForm(forms.Form):
    """Nothing of it is kept: it names somebody whom the writer may not know of."""

    ground = forms.ChoiceField(label=_("Hvorfor spørger du?"), widget=forms.RadioSelect)
    cpr = asked(forms.CharField(
        label=_("Borgerens CPR-nummer"), max_length=11, required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    ))  # fmt: skip

    def __init__(self, grounds: list[LookupGround], *args: Any) -> None:
        super().__init__(*args)
        choose_among(
            self,
            "ground",
            [
                *((ground.value, _(GROUND_NAMES[ground])) for ground in grounds),
                (NONE, _("Ingen af dem")),
            ],
        )

    @property
    def is_without(self) -> bool:
        """Is there no ground? Then nobody is looked for."""
        return self.is_valid() and self.cleaned_data["ground"] == NONE

    def clean_cpr(self) -> str:
        """Ten digits that begin with a date; without a ground nobody asks for them."""
        if self.cleaned_data.get("ground") == NONE:
            return ""
        return mended(lambda: cpr_number(self.cleaned_data["cpr"], today()))

    def told(self) -> dict[str, Any]:
        """What the journey takes."""
        data = self.cleaned_data
        return {"cpr": data["cpr"], "ground": LookupGround(data["ground"])}
