"""The form of a new organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landfast.people.actions import Founding
from landfast.people.rules import KIND_NAMES, NAME_MAX, OrganisationKind
from landfast.web.forms import choose_among


def _name(label: Any, missing: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=NAME_MAX, help_text=help_text, error_messages={"required": missing}
    )


class FoundingForm(forms.Form):
    """The house, its topmost unit, who keeps it, and how they come in the first time."""

    name = _name(_("Organisationens navn"), _("Skriv, hvad organisationen hedder."))
    kind = forms.ChoiceField(
        label=_("Hvad er den?"), error_messages={"required": _("Vælg, hvad den er.")}
    )
    unit = _name(
        _("Den øverste enhed"), _("Skriv, hvad enheden hedder."), _("Fx Rådhuset eller Ledelsen.")
    )
    administrator = _name(_("Administratorens navn"), _("Skriv administratorens navn."))
    username = forms.CharField(
        label=_("Administratorens brugernavn"), max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": _("Skriv et brugernavn.")},
    )  # fmt: skip

    def __init__(self, *args: Any, has_realms: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "kind", [
            ("", gettext("Vælg")), *((kind.value, gettext(KIND_NAMES[kind])) for kind in KIND_NAMES)
        ])  # fmt: skip
        self.fields["username"].required = not has_realms
        self.fields["username"].help_text = (
            _("Lad stå tomt, hvis administratoren bruger sit eget login. Så får du en kode.")
            if has_realms
            else _("Så får du en startadgangskode at give videre.")
        )

    def founding(self) -> Founding:
        """What was written."""
        said = self.cleaned_data
        return Founding(
            said["name"], OrganisationKind(said["kind"]), said["unit"], said["administrator"],
            said["username"],
        )  # fmt: skip
