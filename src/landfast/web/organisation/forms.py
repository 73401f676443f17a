"""Forms of units and staff. The rules of `people` say what may stand in them."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.people.rules import NAME_MAX, PHONE_MAX, Hours, employed_as, employing, role_name
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.spoken import named, weekday

WEEK = range(7)


def a_phone(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """A number that can be rung."""
    return forms.CharField(
        label=label, max_length=PHONE_MAX, required=required, help_text=help_text,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )  # fmt: skip


class UnitForm(forms.Form):
    """A unit's name and number."""

    name = forms.CharField(
        label=_("Enhedens navn"), max_length=NAME_MAX,
        error_messages={"required": _("Skriv, hvad enheden hedder.")},
    )  # fmt: skip
    phone = a_phone(
        _("Enhedens eget nummer"),
        help_text=_("En borger uden koordinator ringer her, fx når et forløb er stoppet."),
    )  # fmt: skip
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
    for_relatives = forms.CharField(
        label=_("Hvad kan pårørende få hos jer?"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Fx en samtale, en gruppe eller aflastning. Pårørende kan læse det."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class EmployeeForm(forms.Form):
    """An employee's name and direct number."""

    name = forms.CharField(
        label=_("Navn"), max_length=NAME_MAX,
        error_messages={"required": _("Skriv medarbejderens navn.")},
    )  # fmt: skip
    phone = a_phone(_("Direkte nummer"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)


class HireForm(forms.Form):
    """Who, as what, from when."""

    name = EmployeeForm.base_fields["name"]
    phone = a_phone(_("Direkte nummer"))
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
        choose_among(self, "role", [
            ("", _("Vælg en rolle")),
            *((code, named(role_name(code))) for code in employed_as()),
        ])  # fmt: skip


class LoginForm(forms.Form):
    """What somebody writes to come in."""

    username = forms.CharField(
        label=_("Brugernavn"), max_length=150,
        help_text=_("Små bogstaver og tal uden mellemrum. Medarbejderen skriver det selv."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": _("Skriv et brugernavn.")},
    )  # fmt: skip


class WayBackForm(forms.Form):
    """Why somebody cannot come in, and what is lost."""

    reason = forms.CharField(
        label=_("Hvad er der sket, og hvordan ved du, at det er medarbejderen selv?"),
        max_length=employing.REASON_MAX, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Fx: Hun har glemt adgangskoden. Jeg har talt med hende på kontoret."),
        error_messages={"required": _("Skriv, hvad der er sket, og hvordan du ved det.")},
    )  # fmt: skip
    removes_steps = forms.BooleanField(
        label=_("Telefonen eller adgangsnøglen er også væk"), required=False,
        help_text=_("Så fjernes adgangsnøgler, app og nødkoder. Medarbejderen vælger nye."),
    )  # fmt: skip


class LeaveForm(forms.Form):
    """Days away; why is not asked."""

    starts_on = forms.DateField(label=_("Første dag væk"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Sidste dag væk"), required=False, widget=forms.DateInput,
        help_text=_("Lad stå tomt, hvis I ikke ved det endnu."),
    )  # fmt: skip


class EndForm(forms.Form):
    """The last day of an employment; the other button closes it now, and asks for no day."""

    last_day = forms.DateField(
        label=_("Sidste dag"), widget=forms.DateInput,
        error_messages={"required": _("Vælg den sidste dag, eller luk adgangen nu.")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Which of the two buttons it was."""
        found = super().clean() or {}
        at_once = bool(self.data.get("at_once"))
        if at_once:
            self.errors.pop("last_day", None)
        return {"last_day": None if at_once else found.get("last_day"), "at_once": at_once}


def a_time(label: Any, *, missing: Any = "") -> forms.TimeField:
    """A time of day; with `missing` one that is needed."""
    return forms.TimeField(
        label=label, required=bool(missing), error_messages={"required": missing},
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip


class SameHoursForm(forms.Form):
    """One time for several days at once: a short way into the table, saved with it."""

    opens = a_time(_("Fra"))
    closes = a_time(_("Til"))
    days = forms.TypedChoiceField(
        choices=[("5", _("Mandag til fredag")), ("7", _("Alle syv dage"))], coerce=int
    )

    def clean(self) -> dict[str, Any]:
        """Both times, or there is nothing to fill in."""
        found = super().clean() or {}
        for key in ("opens", "closes"):
            if not found.get(key) and key not in self.errors:
                self.add_error(key, _("Skriv begge tider."))
        return found

    def into(self, hours: list[Hours]) -> list[Hours]:
        """The week with this time in the days that were chosen; the others as they stood."""
        said = self.cleaned_data
        same = [Hours(day, said["opens"], said["closes"]) for day in range(said["days"])]
        return same + [one for one in hours if one.weekday >= said["days"]]


class HoursForm(forms.Form):
    """Working hours, one line a weekday; an empty day is a day off."""

    def __init__(self, *args: Any, hours: list[Hours] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {one.weekday: one for one in hours or []}
        for day in WEEK:
            one, name = known.get(day), {"day": weekday(day).capitalize()}
            self.fields[f"opens_{day}"] = asked(a_time(_("%(day)s fra") % name))
            self.fields[f"closes_{day}"] = asked(a_time(_("%(day)s til") % name))
            if one:
                self.initial[f"opens_{day}"] = one.opens
                self.initial[f"closes_{day}"] = one.closes

    @classmethod
    def showing(cls, hours: list[Hours]) -> "HoursForm":
        """The form as if these hours had just been typed: not saved yet."""
        return cls(
            {f"opens_{one.weekday}": one.opens.strftime("%H:%M") for one in hours}
            | {f"closes_{one.weekday}": one.closes.strftime("%H:%M") for one in hours}
        )

    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The week as the table shows it: a day, and its two times."""
        return [
            (weekday(day).capitalize(), [self[f"opens_{day}"], self[f"closes_{day}"]])
            for day in WEEK
        ]

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
