"""Forms of where a unit lies, who answers for it, and what stands about an organisation."""

from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as now_in
from django.utils.translation import gettext_lazy as _

from landfast.directory.rules import Line
from landfast.kernel.ids import PersonId
from landfast.people.actions import OrganisationFace
from landfast.people.rules import KIND_NAMES, NAME_MAX, OrganisationKind
from landfast.web.forms import choose_among
from landfast.web.organisation.forms import WEEK, a_phone, a_time
from landfast.web.spoken import weekday

MIDNIGHT = time(0)
WHEN = _("Skriv, hvornår der svares.")


class PlaceForm(forms.Form):
    """Which unit lies above."""

    parent = forms.ChoiceField(
        label=_("Ligger under"),
        error_messages={"required": _("Vælg en enhed."), "invalid_choice": _("Vælg en enhed.")},
    )


class LineForm(forms.Form):
    """A number, and when it is answered."""

    name = forms.CharField(
        label=_("Hvem svarer?"), max_length=NAME_MAX, help_text=_("Fx Social vagt."),
        error_messages={"required": _("Skriv, hvem der svarer.")},
    )  # fmt: skip
    phone = a_phone(_("Nummer"), required=True)
    always = forms.BooleanField(label=_("Svarer hele døgnet, hele ugen"), required=False)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Ellers: hvilke dage?"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": WHEN},
    )  # fmt: skip
    opens = a_time(_("Fra"), missing=WHEN)
    closes = a_time(_("Til"), missing=WHEN)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "weekdays", [(day, weekday(day).capitalize()) for day in WEEK])
        if self.data.get("always"):  # then nobody asks when
            for key in ("weekdays", "opens", "closes"):
                self.fields[key].required = False

    @classmethod
    def stands(cls, line: Line | None) -> dict[str, Any]:
        """What the form begins with."""
        if line is None:
            return {"weekdays": list(range(5))}
        times = {} if line.always else {"opens": line.opens, "closes": line.closes}
        return {
            "name": line.name, "phone": line.phone, "always": line.always,
            "weekdays": sorted(line.weekdays), **times,
        }  # fmt: skip

    def line(self) -> Line:
        """The line as it was typed; a number that is always answered has no hours."""
        said = self.cleaned_data
        days = frozenset() if said["always"] else frozenset(said["weekdays"])
        return Line(
            said["name"].strip(), said["phone"].strip(), days,
            MIDNIGHT if said["always"] else said["opens"],
            MIDNIGHT if said["always"] else said["closes"], said["always"],
        )  # fmt: skip


class OrganisationForm(forms.Form):
    """What an organisation is, and who answers for it."""

    name = forms.CharField(
        label=_("Organisationens navn"), max_length=NAME_MAX,
        error_messages={"required": _("Skriv, hvad organisationen hedder.")},
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Hvad er den?"))
    cvr = forms.CharField(
        label=_("CVR-nummer"), max_length=11, required=False, help_text=_("Otte cifre."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    phone = a_phone(_("Hovednummer"))
    answers = forms.ChoiceField(
        label=_("Hvem svarer for organisationen?"), required=False,
        help_text=_("Den, myndigheder og borgere henvises til, når noget er galt."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self, "kind", [(kind.value, now_in(name)) for kind, name in KIND_NAMES.items()]
        )
        choose_among(self, "answers", [
            ("", _("Ingen valgt endnu")), *people,
        ])  # fmt: skip

    def clean_cvr(self) -> str:
        """Written as one likes: the spaces go."""
        return "".join(str(self.cleaned_data["cvr"]).split())

    def face(self) -> OrganisationFace:
        """What was typed."""
        said = self.cleaned_data
        answers = PersonId(UUID(said["answers"])) if said["answers"] else None
        return OrganisationFace(
            said["name"].strip(), OrganisationKind(said["kind"]), said["phone"].strip(),
            said["cvr"], answers,
        )  # fmt: skip
