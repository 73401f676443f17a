"""Forms of units and staff. The rules of `people` say what may stand in them."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.people.rules import NAME_MAX, PHONE_MAX, Hours, employed_as
from landfast.web.labels import asked
from landfast.web.spoken import weekday

WEEK = range(7)


def _phone(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=PHONE_MAX, required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )  # fmt: skip


class UnitForm(forms.Form):
    """A unit's name and number."""

    name = forms.CharField(
        label=_("Enhedens navn"), max_length=NAME_MAX,
        error_messages={"required": _("Skriv, hvad enheden hedder.")},
    )  # fmt: skip
    phone = _phone(_("Enhedens nummer"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class ProfileForm(forms.Form):
    """What a unit says of itself. Its limits are the table's."""

    does = forms.CharField(
        label=_("Hvad gør enheden?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Til en, der aldrig har hørt om den."),
        error_messages={"required": _("Skriv, hvad enheden gør.")},
    )  # fmt: skip
    law = forms.CharField(label=_("Loven bag"), max_length=200, required=False)
    can_decide = forms.CharField(
        label=_("Kan bestemme"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    cannot_decide = forms.CharField(
        label=_("Kan ikke bestemme"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class EmployeeForm(forms.Form):
    """An employee's name and direct number."""

    name = forms.CharField(
        label=_("Navn"), max_length=NAME_MAX,
        error_messages={"required": _("Skriv medarbejderens navn.")},
    )  # fmt: skip
    phone = _phone(_("Direkte nummer"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class HireForm(forms.Form):
    """Who, as what, from when."""

    name = EmployeeForm.base_fields["name"]
    phone = _phone(_("Direkte nummer"))
    role = forms.ChoiceField(
        label=_("Rolle"),
        error_messages={"required": _("Vælg en rolle på listen."),
                        "invalid_choice": _("Vælg en rolle på listen.")},
    )  # fmt: skip
    starts_on = forms.DateField(label=_("Første dag"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Sidste dag"), required=False, widget=forms.DateInput,
        help_text=_("Lad stå tomt, hvis ansættelsen ikke er for en tid."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            ("", _("Vælg en rolle")), *employed_as().items(),
        ]  # fmt: skip


class LeaveForm(forms.Form):
    """Days away; why is not asked."""

    starts_on = forms.DateField(label=_("Første dag væk"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Sidste dag væk"), required=False, widget=forms.DateInput,
        help_text=_("Lad stå tomt, hvis I ikke ved det endnu."),
    )  # fmt: skip


class EndForm(forms.Form):
    """The last day of an employment."""

    last_day = forms.DateField(label=_("Sidste dag"), widget=forms.DateInput)


class HoursForm(forms.Form):
    """Working hours, one line a weekday; an empty day is a day off."""

    def __init__(self, *args: Any, hours: list[Hours] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {one.weekday: one for one in hours or []}
        for day in WEEK:
            one = known.get(day)
            name = weekday(day).capitalize()
            for key, label, value in (
                ("opens", _("%(day)s fra"), one.opens if one else None),
                ("closes", _("%(day)s til"), one.closes if one else None),
            ):
                self.fields[f"{key}_{day}"] = asked(forms.TimeField(
                    label=label % {"day": name}, required=False, initial=value,
                    widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                ))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A day has both times or none."""
        found = super().clean() or {}
        for day in WEEK:
            opens, closes = found.get(f"opens_{day}"), found.get(f"closes_{day}")
            if (opens is None) is not (closes is None):
                missing = f"closes_{day}" if closes is None else f"opens_{day}"
                if missing not in self.errors:
                    self.add_error(missing, _("Skriv begge tider, eller lad begge stå tomme."))
        return found

    def hours(self) -> list[Hours]:
        """The days that have hours."""
        said: dict[str, time | None] = self.cleaned_data
        pairs = ((day, said[f"opens_{day}"], said[f"closes_{day}"]) for day in WEEK)
        return [Hours(day, opens, closes) for day, opens, closes in pairs if opens and closes]
