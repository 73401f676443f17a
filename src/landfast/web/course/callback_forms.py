"""Ring mig op: forms without a field for what nobody should write of another."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.course.rules.callback import AREAS, AREAS_OF_ANOTHER
from landfast.web.course.sending import ToUnit, phone_field


class CallbackForm(ToUnit):
    """My own number and an area. There is no field for a name or a story of another."""

    AREAS = AREAS_OF_ANOTHER

    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    phone = phone_field(_("Dit eget telefonnummer"), _("Vi ringer kun til dig."), complete="tel")
    area = forms.ChoiceField(label=_("Hvad handler det om?"), widget=forms.RadioSelect)
    kommentar = forms.CharField(required=False, label=_("Lad dette felt stå tomt"))
    field_order: Iterable[str] | None = ("unit", "phone", "area")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = self.fields["area"]
        assert isinstance(area, forms.ChoiceField)  # noqa: S101 - for the type checker
        area.choices = [(code, _(name)) for code, name in self.AREAS.items()]
        if "unit" in self.fields:
            self.fields["unit"].label = _("Hvor skal vi ringe fra?")


class CallMeForm(CallbackForm):
    """About me: I may say my name."""

    AREAS = AREAS

    name = forms.CharField(
        label=_("Hvad skal vi kalde dig?"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    field_order: Iterable[str] | None = ("unit", "name", "phone", "area")
