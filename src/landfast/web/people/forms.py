"""Forms of the door."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """A login name and a password."""

    username = forms.CharField(
        label=_("Brugernavn"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_username(self) -> str:
        """Login names are written small."""
        return str(self.cleaned_data["username"]).strip().lower()

    def refuse(self) -> None:
        """Say that it did not fit, not which of the two."""
        self.add_error("password", _("Brugernavn og adgangskode passer ikke sammen. Prøv igen."))


class ForgottenForm(forms.Form):
    """Whose password is forgotten."""

    username = SignInForm.base_fields["username"]

    def clean_username(self) -> str:
        """Login names are written small."""
        return str(self.cleaned_data["username"]).strip().lower()


def _code(label: Any, help_text: Any) -> forms.CharField:
    """A code that is typed once and never suggested again."""
    attrs = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
    return forms.CharField(
        label=label, help_text=help_text, max_length=40, widget=forms.TextInput(attrs=attrs)
    )


class CodeForm(forms.Form):
    """A code from the app, or a recovery code."""

    code = _code(_("Kode"), _("Seks cifre fra din app. Eller en af dine nødkoder."))


class AppCodeForm(forms.Form):
    """The first code from a new app."""

    code = _code(_("Koden i appen"), _("Seks cifre. De skifter hvert halve minut."))


class InvitationForm(forms.Form):
    """The code that says who somebody is here."""

    code = _code(_("Din kode"), _("Fire gange fire tegn. Den, der har inviteret dig, har den."))


class PasskeyForm(forms.Form):
    """What a passkey is called, and what the browser made."""

    name = forms.CharField(
        label=_("Hvad skal den hedde?"), max_length=60,
        help_text=_("For eksempel: min telefon."),
    )  # fmt: skip
    credential = forms.CharField(widget=forms.HiddenInput, max_length=20_000, required=False)


def _new_password(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=200, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip


class NewPasswordByLinkForm(forms.Form):
    """One's own new password twice: nobody sees what they type."""

    password = _new_password(
        _("Ny adgangskode"), _("Mindst 12 tegn. Gerne nogle ord, kun du finder på.")
    )
    again = _new_password(_("Den samme igen"))

    def clean(self) -> dict[str, Any]:
        """Twice the same."""
        found = super().clean() or {}
        if found.get("password") and found.get("again") and found["password"] != found["again"]:
            self.add_error("again", _("De to er ikke ens. Skriv dem igen."))
        return found


class NewPasswordForm(NewPasswordByLinkForm):
    """The present password, and the new one."""

    present = forms.CharField(
        label=_("Din adgangskode nu"), max_length=200, strip=False,
        help_text=_("Den, du lige har logget ind med."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
    field_order = ("present", "password", "again")


class AgainForm(forms.Form):
    """The password again, and a code when there is an app."""

    password = forms.CharField(
        label=_("Adgangskode"), max_length=200, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
    code = CodeForm.base_fields["code"]

    def __init__(self, *args: Any, with_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_code:
            del self.fields["code"]

    def refuse(self) -> None:
        """Say that it did not fit, not which of the two."""
        self.add_error("password", _("Det passer ikke. Prøv igen."))
