"""What forms that are sent to a unit have in common."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landfast.course.rules.contact import phone_number
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.people.queries import UnitRow

CHOOSE = ("", _("Vælg"))


def phone_field(label: Any, help_text: Any = "", complete: str = "off") -> forms.CharField:
    """A telephone number."""
    attrs = {"inputmode": "tel", "autocomplete": complete}
    return forms.CharField(
        label=label, max_length=20, help_text=help_text, widget=forms.TextInput(attrs=attrs)
    )


def mended(check: Callable[[], str]) -> str:
    """What a rule of the room makes of the input; its sentence stands at the field."""
    try:
        return check()
    except Wrong as wrong:
        raise forms.ValidationError(wrong.said(gettext)) from wrong


class ToUnit(forms.Form):
    """A form that is sent to a unit; with one unit only there is nothing to choose.

    Every such form has a telephone number, so it is looked at here.
    """

    unit = forms.ChoiceField(label=_("Hvem skal have den?"))

    def __init__(self, *args: Any, units: list[UnitRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [CHOOSE, *((str(u.id), f"{u.organisation}, {u.name}") for u in units)]
        if len(units) <= 1:
            del self.fields["unit"]

    def clean_phone(self) -> str:
        """A number that can be rung."""
        return mended(lambda: phone_number(self.cleaned_data["phone"]))

    def unit_id(self) -> UnitId:
        """The unit that was chosen, or the only one."""
        if not self.units:
            raise Wrong("no_unit", da("Lige nu er der ingen at sende den til. Ring i stedet."))
        if "unit" in self.fields:
            return UnitId(UUID(self.cleaned_data["unit"]))
        return self.units[0].id
