"""Her page for bad days, as somebody writes it beside her or after her paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.network.rules.helped import Helped
from landfast.network.rules.unwell import SeenBy
from landfast.web.mine.own_forms import SEEN_BY, UnwellForm
from landfast.web.network.forms import BESIDE

READ_BY = [(key, _("Kun borgeren") if key == SeenBy.ME else said) for key, said in SEEN_BY]


class UnwellBesideForm(UnwellForm):
    """The same parts as hers; who reads it is as she says."""

    seen_by = forms.ChoiceField(
        label=_("Hvem må læse siden, siger borgeren?"), choices=READ_BY, widget=forms.RadioSelect,
        help_text=_("Du kan selv læse den, til borgeren har sagt ja til den."),
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("Hvordan er det skrevet?"), choices=BESIDE, widget=forms.RadioSelect
    )

    def facts(self) -> dict[str, Any]:
        """The page as the action takes it, and how it came to be."""
        return super().facts() | {"how": Helped(self.cleaned_data["how"])}
