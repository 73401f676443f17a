"""Forms of the door."""

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
